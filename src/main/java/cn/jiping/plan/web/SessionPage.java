package cn.jiping.plan.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.plan.SubjectTimes;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.web.Cell;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts one session into the words and parts its page is made of. */
@Component
class SessionPage {
    private static final String NAV = "nav.sessions";

    private final ExamSessions sessions;
    private final BusinessClock clock;
    private final ObjectProvider<SubjectTimes> times;
    private final MessageSource messages;

    SessionPage(
            ExamSessions sessions,
            BusinessClock clock,
            ObjectProvider<SubjectTimes> times,
            MessageSource messages) {
        this.sessions = sessions;
        this.clock = clock;
        this.times = times;
        this.messages = messages;
    }

    void show(Model model, SessionView view, String base) {
        model.addAttribute("view", view);
        model.addAttribute("base", base);
        model.addAttribute("here", base + "/" + view.id());
        model.addAttribute("kind", kind(view.status()));
        model.addAttribute("cells", cells(view));
        model.addAttribute("river", river(view));
        model.addAttribute("times", times(view));
        model.addAttribute(
                "registering",
                view.status() == SessionStatus.ANNOUNCED && open(view, SessionWindow.REGISTRATION));
        model.addAttribute("parent", parent(view));
        model.addAttribute("others", sessions.onOtherDays(view.id()));
        model.addAttribute("crumbs", crumbs(view, base));
    }

    /** The title of the session in which those registered who sit in this one. */
    private @Nullable String parent(SessionView view) {
        var parent = view.parent();
        return parent == null ? null : sessions.outline(parent).heading().title();
    }

    static Crumb crumb(String base) {
        return new Crumb(base, NAV);
    }

    static List<Crumb> crumbs(SessionView view, String base) {
        return List.of(
                crumb(base), Crumb.named(base + "/" + view.id(), view.heading().code().value()));
    }

    static String kind(SessionStatus status) {
        return switch (status) {
            case DRAFT -> "warn";
            case ANNOUNCED -> "ok";
            case DISCARDED -> "idle";
        };
    }

    private List<Cell> cells(SessionView view) {
        var stage = stage(view);
        var until = until(view);
        return List.of(
                Cell.now(text("page.plan.session.now." + stage)),
                Cell.next(text("page.plan.session.next." + stage)),
                Cell.until(
                        until == null ? null : Due.open(BusinessClock.endOf(until), clock.now())),
                Cell.basis(view.basis()));
    }

    /** Which of the stages a session is in today, as the page words it. */
    private String stage(SessionView view) {
        var today = clock.today();
        var days = view.days();
        return switch (view.status()) {
            case DRAFT -> "draft";
            case DISCARDED -> "discarded";
            case ANNOUNCED -> {
                if (today.isBefore(days.windows().opensOn())) {
                    yield "before";
                }
                if (open(view, SessionWindow.REGISTRATION)) {
                    yield "registration";
                }
                if (days.windows().payUntil() != null && open(view, SessionWindow.PAYMENT)) {
                    yield "payment";
                }
                yield today.isAfter(days.examOn().getLast()) ? "after" : "preparing";
            }
        };
    }

    private boolean open(SessionView view, SessionWindow window) {
        return view.days().judge(window, clock.today()) instanceof Ruling.Met;
    }

    private @Nullable LocalDate until(SessionView view) {
        var windows = view.days().windows();
        return switch (stage(view)) {
            case "draft", "before" -> windows.opensOn().minusDays(1);
            case "registration" -> windows.closesOn();
            case "payment" -> windows.payUntil();
            case "preparing" -> view.days().theoryOn();
            default -> null;
        };
    }

    /** A stage of the season: message key, its days, whether it is over or on. */
    record Stage(String key, @Nullable LocalDate from, LocalDate until, @Nullable String state) {}

    private List<Stage> river(SessionView view) {
        var windows = view.days().windows();
        var stages = new ArrayList<Stage>();
        stages.add(stage("registration", windows.opensOn(), windows.closesOn()));
        if (windows.reviewUntil() != null) {
            stages.add(stage("review", null, windows.reviewUntil()));
        }
        if (windows.payUntil() != null) {
            stages.add(stage("payment", null, windows.payUntil()));
        }
        if (windows.ticketFrom() != null && windows.ticketUntil() != null) {
            stages.add(stage("tickets", windows.ticketFrom(), windows.ticketUntil()));
        }
        stages.add(stage("exam", view.days().examOn().getFirst(), view.days().examOn().getLast()));
        return stages;
    }

    private Stage stage(String key, @Nullable LocalDate from, LocalDate until) {
        var today = clock.today();
        if (today.isAfter(until)) {
            return new Stage(key, from, until, "is-done");
        }
        var on = from != null && !today.isBefore(from);
        return new Stage(key, from, until, on ? "is-now" : null);
    }

    /** When each subject begins; empty where no document says it. */
    private List<Reason> times(SessionView view) {
        var heading = view.heading();
        return times.stream()
                .flatMap(known -> known.of(heading.jurisdiction(), heading.code()).stream())
                .toList();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
