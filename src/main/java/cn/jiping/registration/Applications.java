package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.file.FileId;
import cn.jiping.payment.Payments;
import cn.jiping.person.Persons;
import cn.jiping.person.Place;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.Answer;
import cn.jiping.policy.Decision;
import cn.jiping.registration.Application.Submission;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 申报: candidates begin, fill in, hand in, take back and withdraw their applications. */
@Service
public class Applications {
    private static final int LONGEST_REASON = 200;
    private static final Actor PROGRAM = Actor.program("registration");
    private static final Source PAID_BACK = new Source.Practice("缴费截止前退出的，已缴费用原路退回");

    private final ApplicationStore store;
    private final Beginnings beginnings;
    private final ApplicationFile file;
    private final ApplicationLaw law;
    private final ApplicationMaterials materials;
    private final ResitOffers resits;
    private final ExamSessions sessions;
    private final Persons persons;
    private final Payments payments;
    private final ObjectProvider<LaterWithdrawal> later;
    private final BusinessClock clock;

    Applications(
            ApplicationStore store,
            Beginnings beginnings,
            ApplicationFile file,
            ApplicationLaw law,
            ApplicationMaterials materials,
            ResitOffers resits,
            ExamSessions sessions,
            Persons persons,
            Payments payments,
            ObjectProvider<LaterWithdrawal> later,
            BusinessClock clock) {
        this.store = store;
        this.beginnings = beginnings;
        this.file = file;
        this.law = law;
        this.materials = materials;
        this.resits = resits;
        this.sessions = sessions;
        this.persons = persons;
        this.payments = payments;
        this.later = later;
        this.clock = clock;
    }

    /**
     * 开始申报: in one's own name, for one occupation and level, in one city.
     *
     * @throws RegistrationRefused if registration is not open, the city has no accepting body, the
     *     account has no person, or the person takes part already
     */
    @Transactional
    public ApplicationId begin(
            Actor actor, SessionId id, DivisionCode city, OfferingId offering, String clientKey) {
        var person = actor.person();
        if (person == null) {
            throw RegistrationRefused.notIdentified();
        }
        var known = store.loadByClientKey(id, person, clientKey);
        if (known.isPresent()) {
            return known.get();
        }
        var session = beginnings.requireOpen(actor, id);
        return beginnings.begin(
                actor,
                ApplicationId.next(),
                Beginnings.sitting(session, person, offering),
                Beginnings.place(session, city),
                null,
                clientKey);
    }

    /**
     * 补考机会: what of the session the actor passed partly before, and whether only the rest would be
     * examined; nothing is kept.
     */
    @Transactional(readOnly = true)
    public List<ResitChance> resits(Actor actor, SessionId session) {
        var person = actor.person();
        return person == null ? List.of() : resits.chances(sessions.find(actor, session), person);
    }

    /** The kept decision on a resit by which it was begun; empty if nothing was passed before. */
    @Transactional(readOnly = true)
    public Optional<Decision> resitDecision(Actor actor, ApplicationId id) {
        return resits.decision(require(actor, id));
    }

    /** Keeps what is filled in so far; uploaded files stay as they are. */
    @Transactional
    public void write(Actor actor, ApplicationId id, int seen, ApplicationForm form) {
        change(actor, requireOwn(actor, id, seen), now -> withFilesOf(now, form));
    }

    private static ApplicationForm withFilesOf(ApplicationForm now, ApplicationForm form) {
        return new ApplicationForm(
                form.schooling(),
                form.employment(),
                form.certificates(),
                form.title(),
                form.history(),
                form.condition(),
                now.materials());
    }

    private void change(
            Actor actor, Application application, UnaryOperator<ApplicationForm> change) {
        var before = application.form();
        application.write(change.apply(before));
        requireInTime(application);
        if (!application.form().equals(before)) {
            file.save(actor, application, "written", UnaryOperator.identity());
        }
    }

    /**
     * 上传材料: in place of what was uploaded before; the photo is cut to its size.
     *
     * @throws cn.jiping.file.FileRefused if it is not of a kind, size or content taken here
     */
    @Transactional
    public void attach(Actor actor, ApplicationId id, int seen, Material what, Upload upload)
            throws IOException {
        var application = requireOwn(actor, id, seen);
        application.write(application.form());
        requireInTime(application);
        FileId stored = materials.store(actor, application, what, upload);
        change(actor, application, form -> form.with(what, stored));
    }

    /** Takes back what was uploaded; nothing happens if nothing was. */
    @Transactional
    public void detach(Actor actor, ApplicationId id, int seen, Material what) {
        change(actor, requireOwn(actor, id, seen), form -> form.with(what, null));
    }

    /** 资格判定: what the rule says of the application as it is filled in now. */
    @Transactional(readOnly = true)
    public Answer judge(Actor actor, ApplicationId id) {
        return law.judge(require(actor, id));
    }

    /** The kept decision by which it was handed in; empty until it was. */
    @Transactional(readOnly = true)
    public Optional<Decision> decision(Actor actor, ApplicationId id) {
        return law.decision(require(actor, id));
    }

    /** What must be handed in for the condition claimed; nothing until one is. */
    @Transactional(readOnly = true)
    public List<Needed> materials(Actor actor, ApplicationId id) {
        return law.materials(require(actor, id));
    }

    /** 已从事本职业工作年限: full years on the day of application. */
    @Transactional(readOnly = true)
    public int yearsWorked(Actor actor, ApplicationId id) {
        var application = require(actor, id);
        return new WorkTime(application.form().history(), law.appliedOn(application))
                .years()
                .intValue();
    }

    /** What is still to be filled in. */
    @Transactional(readOnly = true)
    public Set<FormStep> gaps(Actor actor, ApplicationId id) {
        return law.gaps(require(actor, id));
    }

    /**
     * 提交; pressed twice it is handed in once.
     *
     * @throws RegistrationRefused if it is incomplete, the condition claimed is not met, or the
     *     term is over
     */
    @Transactional
    public void submit(Actor actor, ApplicationId id, int seen) {
        var application = requireOwn(actor, id);
        if (application.status().underReview() && application.version() == seen + 1) {
            return;
        }
        requireAsSeen(application, seen);
        var corrected = application.status() == ApplicationStatus.RETURNED;
        application.write(application.form());
        if (corrected) {
            requireInTime(application);
        } else {
            law.requireOpen(law.terms(application).days(), SessionWindow.REGISTRATION);
        }
        law.requireComplete(application);
        var condition = Objects.requireNonNull(application.form().condition());
        var decision = law.requireMet(actor, application, condition);
        var terms = law.terms(application);
        var now = clock.now();
        application.submit(
                new Submission(
                        condition, decision, law.appliedOn(application), Signature.of(actor, now)),
                terms);
        link(application);
        file.save(
                actor,
                application,
                terms,
                corrected ? "corrected" : "handed-in",
                act -> act.changing("condition", null, condition),
                now,
                RegistrationEvent.HandedIn::new);
    }

    /** Lets those who review see who applies. */
    private void link(Application application) {
        var opening = application.opening();
        persons.link(
                opening.person(),
                List.of(Place.of(opening.place().city()), Place.of(opening.place().body())),
                "registration");
    }

    private void requireInTime(Application application) {
        var due = application.progress().due();
        if (due != null && due.overAt(clock.now())) {
            throw RegistrationRefused.termOver(due.until(), due.source());
        }
    }

    /**
     * 取回修改: while registration is open and nobody has looked at it; pressed twice it counts once.
     *
     * @throws RegistrationRefused if registration is over or a review has begun
     */
    @Transactional
    public void takeBack(Actor actor, ApplicationId id, int seen) {
        var application = requireOwn(actor, id);
        if (application.status() == ApplicationStatus.DRAFT && application.version() == seen + 1) {
            return;
        }
        requireAsSeen(application, seen);
        var terms = law.terms(application);
        law.requireOpen(terms.days(), SessionWindow.REGISTRATION);
        application.takeBack(terms);
        file.save(
                actor,
                application,
                terms,
                "taken-back",
                UnaryOperator.identity(),
                clock.now(),
                RegistrationEvent.TakenBack::new);
    }

    /**
     * 撤回: until the last day of payment, or as long as a change of the examination allows; a fee
     * paid goes back.
     *
     * @throws RegistrationRefused if it has ended otherwise, or that day is over
     */
    @Transactional
    public void withdraw(Actor actor, ApplicationId id, int seen, String reason) {
        var why = requireReason(reason);
        var application = own(actor, store.find(actor.scope(), id), id);
        if (application.status() == ApplicationStatus.WITHDRAWN) {
            return;
        }
        requireAsSeen(application, seen);
        if (!application.status().running()) {
            throw RegistrationRefused.ended();
        }
        var terms = law.terms(application);
        var source = PAID_BACK;
        var offer = later(application).filter(LaterWithdrawal.Standing::open);
        if (offer.isPresent()) {
            source = offer.get().offer().term().source();
        } else {
            law.requireOpen(terms.days(), SessionWindow.PAYMENT);
        }
        endPayment(actor, application, why, source);
        var held = requireOwn(actor, id);
        if (held.status() == ApplicationStatus.WITHDRAWN) {
            return;
        }
        requireAsSeen(held, seen);
        var now = clock.now();
        var before = held.status();
        held.withdraw(why, now, terms);
        file.save(
                actor,
                held,
                terms,
                "withdrawn",
                act -> act.changing("status", before, ApplicationStatus.WITHDRAWN).because(why),
                now,
                RegistrationEvent.Withdrawn::new);
    }

    private Optional<LaterWithdrawal.Standing> later(Application application) {
        return later.stream()
                .flatMap(each ->
                        each.offered(application.opening().session(), application.id()).stream())
                .findFirst()
                .map(offer -> LaterWithdrawal.Standing.of(offer, clock.today()));
    }

    /** 考试调整: what was changed for the applicant since, and whether they may leave because of it. */
    @Transactional(readOnly = true)
    public Optional<LaterWithdrawal.Standing> later(Actor actor, ApplicationId id) {
        return later(require(actor, id));
    }

    /** Before the application itself, as the gateway does: whoever comes second waits there. */
    private void endPayment(Actor actor, Application application, String why, Source source) {
        var order = application.progress().order();
        if (order == null) {
            return;
        }
        if (application.status() == ApplicationStatus.CONFIRMED) {
            payments.refund(PROGRAM, order, why, source);
        } else {
            payments.cancel(
                    actor,
                    application.opening().session().value(),
                    application.id().toString(),
                    why);
        }
    }

    private static String requireReason(String reason) {
        var given = reason.strip();
        if (given.isEmpty()
                || given.length() > LONGEST_REASON
                || given.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("reason", "registration.reason", LONGEST_REASON);
        }
        return given;
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public ApplicationView find(Actor actor, ApplicationId id) {
        return ApplicationView.of(require(actor, id));
    }

    /** A person's own, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationView> listOf(Actor actor, PersonId person) {
        return store.listOf(actor.scope(), person).stream().map(ApplicationView::of).toList();
    }

    private Application require(Actor actor, ApplicationId id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("application", id));
    }

    private Application requireOwn(Actor actor, ApplicationId id, int seen) {
        var application = requireOwn(actor, id);
        requireAsSeen(application, seen);
        return application;
    }

    private Application requireOwn(Actor actor, ApplicationId id) {
        return own(actor, store.lock(actor.scope(), id), id);
    }

    private static Application own(
            Actor actor, Optional<Application> application, ApplicationId id) {
        return application
                .filter(found -> found.filledInBy(actor))
                .orElseThrow(() -> new NotFound("application", id));
    }

    private static void requireAsSeen(Application application, int seen) {
        if (application.version() != seen) {
            throw Changed.since(application);
        }
    }
}
