package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.Payments;
import cn.jiping.person.PersonDraft;
import cn.jiping.person.Persons;
import cn.jiping.person.Place;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代报: a county's clerk registers somebody who comes to the counter without a phone, with their
 * signed consent. The steps themselves are those of {@link Applications}.
 */
@Service
public class CounterApplications {
    private static final int MOST_SESSIONS = 100;
    private static final String CHECKED = "窗口核验原件";

    private final Beginnings beginnings;
    private final ApplicationStore store;
    private final ApplicationListStore lists;
    private final ApplicationMaterials materials;
    private final ExamSessions sessions;
    private final SittingSessions sittings;
    private final Territories territories;
    private final Persons persons;
    private final Payments payments;
    private final RegistrationSettings settings;
    private final BusinessClock clock;

    CounterApplications(
            Beginnings beginnings,
            ApplicationStore store,
            ApplicationListStore lists,
            ApplicationMaterials materials,
            ExamSessions sessions,
            SittingSessions sittings,
            Territories territories,
            Persons persons,
            Payments payments,
            RegistrationSettings settings,
            BusinessClock clock) {
        this.beginnings = beginnings;
        this.store = store;
        this.lists = lists;
        this.materials = materials;
        this.sessions = sessions;
        this.sittings = sittings;
        this.territories = territories;
        this.persons = persons;
        this.payments = payments;
        this.settings = settings;
        this.clock = clock;
    }

    /** The counties of the actor, as they are today. */
    public List<Division> counties(Actor actor) {
        return actor.scope().divisions().stream()
                .flatMap(code -> territories.find(code, clock.today()).stream())
                .filter(division -> division.level() == DivisionLevel.COUNTY)
                .sorted(Comparator.comparing(division -> division.code().value()))
                .toList();
    }

    /** Announced sessions whose registration is open today. */
    @Transactional(readOnly = true)
    public List<SessionView> open(Actor actor) {
        var page =
                sessions.listAnnounced(
                        new SessionFilter(
                                "", SessionStatus.ANNOUNCED, SessionFilter.Column.EXAM, true),
                        Paging.within(1, MOST_SESSIONS));
        return page.rows().stream()
                .map(SessionRow::id)
                .map(id -> sessions.find(actor, id))
                .filter(session ->
                        session.days().judge(SessionWindow.REGISTRATION, clock.today())
                                instanceof Ruling.Met)
                .toList();
    }

    /** Which text of consent is signed now. */
    public String consentText() {
        return settings.consentText();
    }

    /**
     * 代报: finds or records the person, keeps the signed consent and begins an application.
     *
     * @throws NotFound if the county lies outside the actor's scope
     * @throws RegistrationRefused as {@link Applications#begin}
     * @throws cn.jiping.person.PersonRefused if the document is recorded under another name
     * @throws cn.jiping.file.FileRefused if the scan cannot be kept
     */
    @Transactional
    public ApplicationId begin(Actor actor, CounterDraft draft, Upload consent) throws IOException {
        var county = requireCounty(actor, draft.county());
        var session = beginnings.requireOpen(actor, draft.session());
        var place = Beginnings.place(session, city(county));
        var person = register(actor, draft.candidate());
        var known = store.loadByClientKey(draft.session(), person, draft.clientKey());
        if (known.isPresent()) {
            return known.get();
        }
        persons.link(person, Place.of(county.code()), "registration");
        var id = ApplicationId.next();
        var counter =
                new AtCounter(
                        county.code(),
                        county.name(),
                        settings.consentText(),
                        materials.storeConsent(actor, id, person, county.code(), consent),
                        Signature.of(actor, clock.now()));
        return beginnings.begin(
                actor,
                id,
                Beginnings.sitting(session, person, draft.offering()),
                place,
                counter,
                draft.clientKey());
    }

    private Division requireCounty(Actor actor, DivisionCode code) {
        if (actor.role() != Role.COUNTY_CLERK || !actor.scope().covers(code)) {
            throw new NotFound("county", code);
        }
        return territories
                .find(code, clock.today())
                .filter(division -> division.level() == DivisionLevel.COUNTY)
                .orElseThrow(() -> new NotFound("county", code));
    }

    private DivisionCode city(Division county) {
        return territories.line(county.code(), clock.today()).stream()
                .filter(division -> division.level() == DivisionLevel.CITY)
                .map(Division::code)
                .findFirst()
                .orElseThrow(() -> new NotFound("city of county", county.code()));
    }

    private PersonId register(Actor actor, CounterDraft.Candidate candidate) {
        return persons.register(
                actor,
                new PersonDraft(
                        candidate.name(),
                        List.of(candidate.document()),
                        candidate.bornOn(),
                        candidate.sex(),
                        null,
                        null,
                        CHECKED));
    }

    /**
     * 代为缴费: starts a payment for the person at the counter.
     *
     * @param back where the clerk comes to afterwards
     * @return where it is paid
     * @throws NotFound if it was not made at a counter of the actor
     */
    public String pay(Actor actor, ApplicationId id, String back) {
        var application = atCounterOf(actor, id);
        var order = application.progress().order();
        if (order == null) {
            throw new NotFound("order of application", id);
        }
        return payments.pay(inTheNameOf(actor, application.opening().person()), order, back);
    }

    private Application atCounterOf(Actor actor, ApplicationId id) {
        return store.find(actor.scope(), id)
                .filter(one -> one.heldAtCounterBy(actor))
                .orElseThrow(() -> new NotFound("application", id));
    }

    /**
     * 代办: the clerk at whose counter an application was made, and who fetches what comes of it.
     *
     * @param clerk seeing what the person sees
     */
    public record Errand(Actor clerk, SessionId session, PersonId person, String name) {}

    /**
     * @throws NotFound if it was not made at a counter of the actor
     */
    @Transactional(readOnly = true)
    public Errand errand(Actor actor, ApplicationId id) {
        var about = atCounterOf(actor, id).opening();
        return new Errand(
                inTheNameOf(actor, about.person()),
                sittings.of(about.session(), id),
                about.person(),
                about.name());
    }

    /** The clerk, seeing what the person sees. */
    private static Actor inTheNameOf(Actor clerk, PersonId person) {
        return new Actor(
                clerk.account(),
                person,
                clerk.name(),
                clerk.role(),
                clerk.place(),
                Scope.ofPerson(person),
                clerk.from());
    }

    /** What was made at the actor's counters, handed in or not. */
    @Transactional(readOnly = true)
    public Slice<ApplicationRow> list(Actor actor, ApplicationFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter.atCounter(), paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, ApplicationFilter filter, Consumer<ApplicationRow> each) {
        lists.export(actor.scope(), filter.atCounter(), each);
    }
}
