package cn.jiping.registration;

import cn.jiping.audit.Act;
import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.OrderDraft;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.Decision;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.registration.RegistrationEvent.ApplicationRef;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Ground;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 资格审核: a named reviewer of the accepting body looks first, then one of the city; what each decided
 * stays for good. Whoever is admitted gets an order to pay.
 */
@Service
public class Reviews {
    private static final int LONGEST_NOTE = 500;

    private final ApplicationStore store;
    private final ApplicationListStore lists;
    private final ApplicationFile file;
    private final ApplicationLaw law;
    private final ResitOffers resits;
    private final Payments payments;
    private final ReasonTexts texts;
    private final BusinessClock clock;

    Reviews(
            ApplicationStore store,
            ApplicationListStore lists,
            ApplicationFile file,
            ApplicationLaw law,
            ResitOffers resits,
            Payments payments,
            ReasonTexts texts,
            BusinessClock clock) {
        this.store = store;
        this.lists = lists;
        this.file = file;
        this.law = law;
        this.resits = resits;
        this.payments = payments;
        this.texts = texts;
        this.clock = clock;
    }

    /** 批次 of a list, with its printed title. */
    public record Session(SessionId id, String title) {}

    /**
     * 审核的案卷: what was declared, what must prove it, the ruling it was handed in with and the one on
     * a resit; {@code stage} only while it waits for the reader's own review.
     */
    public record Case(
            ApplicationView application,
            List<Needed> materials,
            Optional<Decision> decision,
            Optional<Decision> resit,
            @Nullable ReviewStage stage,
            boolean mayReturn) {
        public Case {
            materials = List.copyOf(materials);
        }
    }

    @Transactional(readOnly = true)
    public Slice<ApplicationRow> list(Actor actor, ApplicationFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, ApplicationFilter filter, Consumer<ApplicationRow> each) {
        lists.export(actor.scope(), filter, each);
    }

    /** The sessions one may filter by. */
    @Transactional(readOnly = true)
    public List<Session> sessions(Actor actor) {
        return lists.listSessions(actor.scope());
    }

    /** The stage whose reviews the actor's role gives; empty for those who only read. */
    public Optional<ReviewStage> stage(Actor actor) {
        return ReviewStage.of(actor.role());
    }

    /** How many wait for the actor's stage, in one session or all. */
    @Transactional(readOnly = true)
    public long waiting(Actor actor, @Nullable SessionId session) {
        return stage(actor).map(stage -> lists.count(actor.scope(), session, stage)).orElse(0L);
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public Case find(Actor actor, ApplicationId id) {
        var application = require(actor, id);
        var stage = stage(actor).filter(own -> own.waiting() == application.status()).orElse(null);
        return new Case(
                ApplicationView.of(application),
                law.materials(application),
                law.decision(application),
                resits.decision(application),
                stage,
                !application.returnedBefore());
    }

    /** 下一件: the oldest that waits for the actor's stage and nobody else has in hand. */
    @Transactional(readOnly = true)
    public Optional<ApplicationId> next(Actor actor, ApplicationId after) {
        var session = require(actor, after).opening().session();
        return stage(actor)
                .flatMap(stage ->
                        lists.findNext(
                                actor.scope(), session, stage, actor.requireAccount(), after));
    }

    /**
     * 认领; from a colleague too, who sees it then. Two at once: one gets it, the other is told who.
     *
     * @throws RegistrationRefused if it does not wait for the actor's stage
     */
    @Transactional
    public void take(Actor actor, ApplicationId id, int seen) {
        var application = submitted(store.lock(actor.scope(), id), id);
        var stage = requireStage(actor, id);
        var before = application.progress().inHand();
        var by = Signature.of(actor, clock.now());
        if (before != null && before.sameHandAs(by)) {
            return;
        }
        requireAsSeen(application, seen);
        application.take(stage, by);
        file.save(
                actor,
                application,
                "taken-in-hand",
                act -> act.changing("by", before == null ? null : before.name(), actor.name()));
    }

    /** 放回; nothing happens unless the actor has it in hand. */
    @Transactional
    public void release(Actor actor, ApplicationId id) {
        var application = submitted(store.lock(actor.scope(), id), id);
        var stage = requireStage(actor, id);
        var held = application.progress().inHand();
        if (held == null || !held.sameHandAs(Signature.of(actor, clock.now()))) {
            return;
        }
        application.release(stage);
        file.save(actor, application, "released", act -> act.changing("by", actor.name(), null));
    }

    /**
     * 审核; pressed twice it counts once.
     *
     * @throws RegistrationRefused if it does not wait for the actor's stage, the window is over, a
     *     colleague has it in hand, or the applicant was asked for more before
     * @throws InvalidInput if the grounds do not fit the outcome
     */
    @Transactional
    public void decide(Actor actor, ApplicationId id, int seen, ReviewDraft draft) {
        var application = submitted(store.lock(actor.scope(), id), id);
        var stage = requireStage(actor, id);
        var now = clock.now();
        var by = Signature.of(actor, now);
        if (decidedSo(application, stage, draft, by, seen)) {
            return;
        }
        requireAsSeen(application, seen);
        var terms = law.terms(application);
        requireOpen(terms, stage);
        var review =
                new Review(
                        stage,
                        draft.outcome(),
                        grounds(application, draft),
                        requireNote(draft.note()),
                        by);
        application.review(review, terms);
        if (application.status() == ApplicationStatus.ADMITTED) {
            application.charge(open(actor, application, law.session(application), terms));
        }
        file.save(
                actor, application, terms, act(review), changing(review), now, event(application));
    }

    private static boolean decidedSo(
            Application application, ReviewStage stage, ReviewDraft draft, Signature by, int seen) {
        var reviews = application.progress().reviews();
        if (application.version() != seen + 1 || reviews.isEmpty()) {
            return false;
        }
        var last = reviews.getLast();
        return last.stage() == stage
                && last.outcome() == draft.outcome()
                && last.note().equals(requireNote(draft.note()))
                && found(last).equals(Set.copyOf(draft.found()))
                && last.by().sameHandAs(by);
    }

    private static Set<ReviewDraft.Found> found(Review review) {
        return review.grounds().stream()
                .map(ground -> new ReviewDraft.Found(ground.fault(), ground.material()))
                .collect(Collectors.toSet());
    }

    private void requireOpen(Terms terms, ReviewStage stage) {
        switch (stage) {
            case FIRST -> {
                var ruling = terms.days().judge(SessionWindow.FIRST_REVIEW, clock.today());
                if (!(ruling instanceof Ruling.Met)) {
                    var why = ruling.reasons().getFirst();
                    throw RegistrationRefused.windowClosed(
                            texts.text(why, Locale.CHINA), why.source());
                }
            }
            case SECOND -> {
                var term = terms.of(stage);
                if (term.overAt(clock.now())) {
                    throw RegistrationRefused.termOver(term.until(), term.source());
                }
            }
        }
    }

    private List<Ground> grounds(Application application, ReviewDraft draft) {
        var found = draft.found();
        var passed = draft.outcome() == Outcome.PASSED;
        if (passed != found.isEmpty()) {
            throw InvalidInput.of(
                    "found", passed ? "registration.passed-with-faults" : "registration.why");
        }
        if (draft.outcome() == Outcome.RETURNED
                && !found.stream().allMatch(one -> one.fault().mendable())) {
            throw InvalidInput.of("found", "registration.not-mendable");
        }
        var claim = law.claim(application).orElseThrow();
        var materials = law.materials(application);
        return found.stream().map(one -> ground(one, claim, materials)).distinct().toList();
    }

    private static Ground ground(ReviewDraft.Found found, Claim claim, List<Needed> materials) {
        var material = found.material();
        if (found.fault() == Fault.CONDITION_NOT_MET) {
            return new Ground(Fault.CONDITION_NOT_MET, null, claim.source());
        }
        return materials.stream()
                .filter(needed -> needed.material() == material)
                .findFirst()
                .map(needed -> new Ground(found.fault(), needed.material(), needed.source()))
                .orElseThrow(() -> InvalidInput.of("found", "registration.no-such-material"));
    }

    private static String requireNote(String note) {
        var given = note.strip();
        if (given.length() > LONGEST_NOTE || given.indexOf('\0') >= 0) {
            throw InvalidInput.of("note", "registration.note", LONGEST_NOTE);
        }
        return given;
    }

    /** 开立缴费: of what is sat for, at the fees of the day of announcement, until payment closes. */
    private OrderId open(Actor actor, Application application, SessionView session, Terms terms) {
        var opening = application.opening();
        var announced = Objects.requireNonNull(session.announced(), "Never announced");
        var payUntil = terms.of(SessionWindow.PAYMENT);
        var fees =
                payments.fees(
                        session.heading().jurisdiction(),
                        LocalDate.ofInstant(announced.at(), BusinessClock.ZONE),
                        opening.subject().level(),
                        EnumSet.copyOf(opening.subjects()));
        return payments.open(
                actor,
                new OrderDraft(
                        new OrderDraft.About("application", application.id().toString()),
                        new OrderDraft.Session(opening.session().value(), opening.title()),
                        new OrderDraft.Payer(opening.person(), opening.name()),
                        new OrderDraft.Payee(opening.place().city(), opening.place().cityName()),
                        fees.value(),
                        new OrderDraft.Term(payUntil.until(), payUntil.source()),
                        application.id().toString()));
    }

    private static String act(Review review) {
        var stage = review.stage() == ReviewStage.FIRST ? "first-" : "second-";
        return stage
                + switch (review.outcome()) {
                    case PASSED -> "passed";
                    case RETURNED -> "returned";
                    case REFUSED -> "refused";
                };
    }

    private static UnaryOperator<Act> changing(Review review) {
        return act ->
                act.changing("outcome", null, review.outcome())
                        .changing(
                                "grounds",
                                null,
                                review.grounds().isEmpty() ? null : review.grounds())
                        .because(review.note().isEmpty() ? null : review.note());
    }

    private static BiFunction<ApplicationRef, Instant, RegistrationEvent> event(
            Application application) {
        return switch (application.status()) {
            case SECOND_REVIEW -> RegistrationEvent.SentToCity::new;
            case ADMITTED -> RegistrationEvent.Admitted::new;
            case RETURNED -> RegistrationEvent.Returned::new;
            case REFUSED -> RegistrationEvent.Refused::new;
            case DRAFT, FIRST_REVIEW, CONFIRMED, LAPSED, WITHDRAWN ->
                    throw new IllegalStateException("No review leads to " + application.status());
        };
    }

    private Application require(Actor actor, ApplicationId id) {
        return submitted(store.find(actor.scope(), id), id);
    }

    private static Application submitted(Optional<Application> application, ApplicationId id) {
        return application
                .filter(found -> found.progress().submission() != null)
                .orElseThrow(() -> new NotFound("application", id));
    }

    private ReviewStage requireStage(Actor actor, ApplicationId id) {
        return stage(actor).orElseThrow(() -> new NotFound("application", id));
    }

    private static void requireAsSeen(Application application, int seen) {
        if (application.version() != seen) {
            throw Changed.since(application);
        }
    }
}
