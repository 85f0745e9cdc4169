package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.candidate;
import static cn.jiping.registration.RegistrationFixtures.welder;

import cn.jiping.account.BodyDirectory;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.payment.OrderView;
import cn.jiping.payment.PaymentEvent;
import cn.jiping.payment.Payments;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 2021年夏: the session of October 2021, announced and taken up by Hangzhou, and its days. */
@TestComponent
@Import(Summer.OneBody.class)
public class Summer {
    private final ExamSessions sessions;
    private final Applications applications;
    private final CounterApplications counter;
    private final Reviews reviews;
    private final Persons persons;
    private final Payments payments;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Summer(
            ExamSessions sessions,
            Applications applications,
            CounterApplications counter,
            Reviews reviews,
            Persons persons,
            Payments payments,
            BusinessClock clock,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.applications = applications;
        this.counter = counter;
        this.reviews = reviews;
        this.persons = persons;
        this.payments = payments;
        this.clock = clock;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /** 杭州的一家机构. */
    @TestComponent
    static class OneBody implements BodyDirectory {
        private static final Entry ONLY = new Entry(BODY, "杭州演示职业技能评价中心", HANGZHOU);

        @Override
        public List<Entry> search(Scope scope, String text, int atMost) {
            return Stream.of(ONLY).filter(body -> scope.covers(body.division())).toList();
        }

        @Override
        public Optional<Entry> find(Scope scope, BodyId body) {
            return search(scope, "", 1).stream().filter(one -> one.id().equals(body)).findAny();
        }
    }

    /** Begins again: no session is open, and the clock stands before registration. */
    public SessionView announced() {
        Stream.of("registration.application_of_person", "registration.application_place")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from registration.review_round").update();
        jdbc.sql("delete from registration.application").update();
        jdbc.sql("delete from task.step").update();
        jdbc.sql("delete from task.task").update();
        jdbc.sql("delete from plan.city_part").update();
        jdbc.sql("delete from plan.offering").update();
        jdbc.sql("delete from plan.session").update();
        SetBack.toTheStart(clock, jdbc);
        var id = sessions.draft(CLERK, draft(offer("焊工"), offer("保安员")));
        sessions.announce(APPROVER, id, 0);
        sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0);
        return sessions.find(CLERK, id);
    }

    /** It becomes nine in the morning of that day. */
    public void becomes(String day) {
        clock.moveTo(LocalDateTime.parse(day + "T09:00:00").atZone(BusinessClock.ZONE).toInstant());
    }

    public Actor somebody() {
        return candidate(
                persons.register(
                        Actor.program("test"),
                        PersonFixtures.draft(
                                "周启明", PersonFixtures.residentId(LocalDate.of(1985, 3, 12)))));
    }

    ApplicationId begin(Actor candidate, SessionView session) {
        return applications.begin(
                candidate, session.id(), HANGZHOU, welding(session), Ids.next().toString());
    }

    private static OfferingId welding(SessionView session) {
        return session.offerings().stream()
                .filter(offering -> offering.occupation().equals("焊工"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Filled in to the last page. */
    ApplicationId filledIn(Actor candidate, SessionView session) {
        var id = begin(candidate, session);
        fillIn(candidate, id);
        return id;
    }

    private void fillIn(Actor actor, ApplicationId id) {
        applications.write(actor, id, version(id), welder());
        try {
            attach(actor, id, Material.PHOTO, RegistrationFixtures.photo());
            attach(actor, id, Material.CERTIFICATE, RegistrationFixtures.proof());
            attach(actor, id, Material.YEARS_PROOF, RegistrationFixtures.proof());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 代报: a welder at the counter of a county, registered by its clerk and paid for. */
    public ApplicationId confirmedAtCounter(Actor clerk, DivisionCode county, SessionView session) {
        var somebody =
                new CounterDraft.Candidate(
                        "钱长根", PersonFixtures.residentId(LocalDate.of(1958, 4, 9)), null, null);
        var draft =
                new CounterDraft(
                        session.id(), welding(session), county, somebody, Ids.next().toString());
        ApplicationId id;
        try {
            id = counter.begin(clerk, draft, RegistrationFixtures.proof());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fillIn(clerk, id);
        applications.submit(clerk, id, version(id));
        pass(REVIEWER, id);
        pass(CITY_REVIEWER, id);
        paid(id);
        return id;
    }

    private void attach(Actor candidate, ApplicationId id, Material what, Upload upload)
            throws IOException {
        applications.attach(candidate, id, version(id), what, upload);
    }

    ApplicationId handedIn(Actor candidate, SessionView session) {
        var id = filledIn(candidate, session);
        applications.submit(candidate, id, version(id));
        return id;
    }

    public ApplicationId admitted(Actor candidate, SessionView session) {
        var id = handedIn(candidate, session);
        pass(REVIEWER, id);
        pass(CITY_REVIEWER, id);
        return id;
    }

    void pass(Actor reviewer, ApplicationId id) {
        reviews.decide(reviewer, id, version(id), new ReviewDraft(Outcome.PASSED, List.of(), ""));
    }

    public ApplicationView view(ApplicationId id) {
        return applications.find(Actor.program("test"), id);
    }

    int version(ApplicationId id) {
        return view(id).version();
    }

    OrderView order(ApplicationId id) {
        return payments.find(
                Actor.program("test"), Objects.requireNonNull(view(id).order(), "No order"));
    }

    /** The payment module says, in its own transaction, that the fee has come. */
    public void paid(ApplicationId id) {
        var order = order(id);
        var terms = order.terms();
        var paid =
                new PaymentEvent.Paid(
                        new PaymentEvent.OrderRef(
                                order.id(),
                                terms.session().id(),
                                terms.about(),
                                terms.payer().person(),
                                terms.payee().city(),
                                terms.total()),
                        clock.now());
        transaction.executeWithoutResult(_ -> events.publishEvent(paid));
    }
}
