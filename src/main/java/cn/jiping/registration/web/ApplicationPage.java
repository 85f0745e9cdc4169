package cn.jiping.registration.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.EndedWhy;
import cn.jiping.registration.FormStep;
import cn.jiping.registration.Material;
import cn.jiping.registration.Review;
import cn.jiping.registration.ReviewStage;
import cn.jiping.registration.SittingSessions;
import cn.jiping.registration.ToldPlaces;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Refusal;
import cn.jiping.web.Cell;
import cn.jiping.web.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts one application into the words and parts its pages are made of. */
@Component
class ApplicationPage {
    private static final Locale LOCALE = Locale.CHINA;

    private final ExamSessions sessions;
    private final SittingSessions sittings;
    private final ObjectProvider<ToldPlaces> places;
    private final ReasonTexts texts;
    private final BusinessClock clock;
    private final MessageSource messages;

    ApplicationPage(
            ExamSessions sessions,
            SittingSessions sittings,
            ObjectProvider<ToldPlaces> places,
            ReasonTexts texts,
            BusinessClock clock,
            MessageSource messages) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.places = places;
        this.texts = texts;
        this.clock = clock;
        this.messages = messages;
    }

    SessionView session(Actor actor, ApplicationView view) {
        return sessions.find(actor, view.about().session());
    }

    /** The session in which its holder sits, on another day perhaps. */
    SessionView sittingSession(Actor actor, ApplicationView view) {
        return sessions.find(actor, sittings.of(view.about().session(), view.id()));
    }

    /** Such as 焊工 一级/高级技师. */
    String subject(ApplicationView view) {
        var subject = view.about().subject();
        return subject.occupation() + " " + texts.word(subject.level(), LOCALE);
    }

    static String kind(ApplicationStatus status) {
        return switch (status) {
            case DRAFT, RETURNED, ADMITTED -> "warn";
            case FIRST_REVIEW, SECOND_REVIEW -> "info";
            case CONFIRMED -> "ok";
            case REFUSED, LAPSED -> "no";
            case WITHDRAWN -> "idle";
        };
    }

    static Map<ApplicationStatus, String> kinds() {
        return Stream.of(ApplicationStatus.values())
                .collect(Collectors.toMap(status -> status, ApplicationPage::kind));
    }

    /** The answer bar: now, next, until when, by what; {@code whose} is mine or staff. */
    List<Cell> cells(ApplicationView view, SessionView session, String whose) {
        return cells(
                view,
                session,
                "page.registration." + whose + ".next." + next(view),
                view.status() == ApplicationStatus.ADMITTED
                        ? session.days().until(SessionWindow.PAYMENT)
                        : null);
    }

    /** Withdrawn after there was something to pay, it is too late to apply again. */
    private static String next(ApplicationView view) {
        return view.status() == ApplicationStatus.WITHDRAWN && view.order() != null
                ? "WITHDRAWN.paid"
                : view.status().name();
    }

    /**
     * The same for the candidate, who learns also until when the ticket can be had.
     *
     * @param session the one they sit in
     */
    List<Cell> ownCells(ApplicationView view, SessionView session) {
        if (view.status() != ApplicationStatus.CONFIRMED) {
            return cells(view, session, "mine");
        }
        return examined(session)
                ? cells(view, session, "page.registration.mine.next.examined", null)
                : cells(
                        view,
                        session,
                        "page.registration.mine.next.CONFIRMED",
                        session.days().until(SessionWindow.TICKETS));
    }

    private boolean examined(SessionView session) {
        return clock.today().isAfter(session.days().theoryOn());
    }

    private List<Cell> cells(
            ApplicationView view, SessionView session, String next, @Nullable LocalDate until) {
        var due = view.due();
        return List.of(
                Cell.now(now(view)),
                Cell.next(text(next)),
                Cell.until(
                        due != null
                                ? Due.open(due.end(), clock.now())
                                : until == null
                                        ? null
                                        : Due.open(BusinessClock.endOf(until), clock.now())),
                Cell.basis(due == null ? session.days().source() : due.source()));
    }

    /** 要补正的各步: where in the form what was found wanting is put right, each once. */
    static List<FormStep> toCorrect(ApplicationView view) {
        return view.status() == ApplicationStatus.RETURNED
                ? view.reviews().getLast().grounds().stream()
                        .map(ground -> step(ground.material()))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static FormStep step(@Nullable Material material) {
        if (material == null) {
            return FormStep.CONDITION;
        }
        return material == Material.PHOTO ? FormStep.PHOTO : FormStep.MATERIALS;
    }

    private String now(ApplicationView view) {
        var ended = view.ended();
        return ended == null || view.status() == ApplicationStatus.WITHDRAWN
                ? text("page.registration.now." + view.status())
                : text("registration.ended." + ended.why());
    }

    /** 一路上的各站. */
    enum Stop {
        FILL,
        FIRST,
        SECOND,
        PAY,
        TICKET,
        EXAM,
        SCORE
    }

    /** One step of the way: its key, css state, tag, and the sentence below it. */
    record Step(String key, String state, String tag, String text) {}

    /** How far along the way, and whether it ended there. */
    private record Reached(Stop stop, boolean ended) {
        Step step(Stop at, String text) {
            var key = at.name().toLowerCase(Locale.ROOT);
            var order = at.compareTo(stop);
            if (order != 0) {
                return new Step(key, order < 0 ? "is-done" : "", order < 0 ? "ok" : "", text);
            }
            return new Step(key, ended ? "is-stop" : "is-now", ended ? "no" : "info", text);
        }
    }

    /**
     * The candidate's way from the form to the marks.
     *
     * @param sitting the session they sit in, if it is another
     */
    List<Step> way(ApplicationView view, SessionView session, SessionView sitting) {
        var days = session.days();
        var reached =
                view.status() == ApplicationStatus.CONFIRMED && examined(sitting)
                        ? new Reached(Stop.SCORE, false)
                        : reached(view);
        return List.of(
                reached.step(Stop.FILL, until(days.until(SessionWindow.REGISTRATION))),
                reached.step(Stop.FIRST, until(days.until(SessionWindow.FIRST_REVIEW))),
                reached.step(Stop.SECOND, text("page.registration.way.second.text")),
                reached.step(Stop.PAY, until(days.until(SessionWindow.PAYMENT))),
                reached.step(Stop.TICKET, tickets(sitting)),
                reached.step(Stop.EXAM, exam(view, sitting)),
                reached.step(Stop.SCORE, text("page.registration.way.score.text")));
    }

    /** The day; at a resit, what is sat for only; and what was told besides. */
    private String exam(ApplicationView view, SessionView sitting) {
        var resit = view.about().resit();
        var day = texts.word(sitting.days().theoryOn(), LOCALE);
        var said =
                resit == null || !resit.offered()
                        ? day
                        : text(
                                "page.registration.way.resit",
                                day,
                                texts.word(resit.open(), LOCALE));
        return Stream.concat(Stream.of(said), told(view, sitting).stream())
                .collect(Collectors.joining("；"));
    }

    private List<String> told(ApplicationView view, SessionView sitting) {
        return view.status() == ApplicationStatus.CONFIRMED
                ? places.stream()
                        .flatMap(each -> each.of(sitting.id(), view.id()).stream())
                        .toList()
                : List.of();
    }

    private String tickets(SessionView session) {
        var from = session.days().from(SessionWindow.TICKETS);
        var until = session.days().until(SessionWindow.TICKETS);
        return from == null || until == null
                ? ""
                : text(
                        "page.plan.session.span",
                        texts.word(from, LOCALE),
                        texts.word(until, LOCALE));
    }

    private String until(@Nullable LocalDate until) {
        return until == null ? "" : text("page.registration.way.until", texts.word(until, LOCALE));
    }

    private static Reached reached(ApplicationView view) {
        return switch (view.status()) {
            case DRAFT -> new Reached(Stop.FILL, false);
            case FIRST_REVIEW -> new Reached(Stop.FIRST, false);
            case RETURNED ->
                    new Reached(stage(view) == ReviewStage.FIRST ? Stop.FIRST : Stop.SECOND, false);
            case SECOND_REVIEW -> new Reached(Stop.SECOND, false);
            case ADMITTED -> new Reached(Stop.PAY, false);
            case CONFIRMED -> new Reached(Stop.TICKET, false);
            case REFUSED, LAPSED, WITHDRAWN -> new Reached(ended(view), true);
        };
    }

    private static Stop ended(ApplicationView view) {
        if (view.order() != null) {
            return Stop.PAY;
        }
        if (view.submitted() == null) {
            return Stop.FILL;
        }
        return reachedTheCity(view) ? Stop.SECOND : Stop.FIRST;
    }

    /** After the first review, or where the body left it out. */
    private static boolean reachedTheCity(ApplicationView view) {
        var ended = view.ended();
        return stage(view) == ReviewStage.SECOND
                || (ended != null && ended.why() == EndedWhy.NOT_REVIEWED)
                || view.reviews().stream()
                        .anyMatch(review -> review.outcome() == Review.Outcome.PASSED);
    }

    private static ReviewStage stage(ApplicationView view) {
        return view.reviews().isEmpty() ? ReviewStage.FIRST : view.reviews().getLast().stage();
    }

    static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    LocalDate today() {
        return clock.today();
    }

    /** What is wrong and what to do now, for the field it is about. */
    String refusal(Refusal refusal) {
        var arguments = refusal.arguments().toArray();
        return text("refusal." + refusal.code(), arguments)
                + text("refusal." + refusal.code() + ".next", arguments);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }

    String word(Object value) {
        return texts.word(value, LOCALE);
    }
}
