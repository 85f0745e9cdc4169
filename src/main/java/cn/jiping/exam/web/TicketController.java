package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.SmallGroups;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ruling;
import cn.jiping.web.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 我的准考证. */
@Controller
@RequestMapping(TicketController.BASE)
class TicketController {
    static final String BASE = "/my/tickets";

    private final Arrangements arrangements;
    private final SmallGroups groups;
    private final ExamSessions sessions;
    private final TicketPages pages;
    private final BusinessClock clock;

    TicketController(
            Arrangements arrangements,
            SmallGroups groups,
            ExamSessions sessions,
            TicketPages pages,
            BusinessClock clock) {
        this.arrangements = arrangements;
        this.groups = groups;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
    }

    /** What somebody sits for, and whether the ticket may be had today. */
    public record Shown(
            Entry entry,
            SessionView session,
            Ruling window,
            @Nullable String changed,
            boolean postponed) {
        public boolean open() {
            return !postponed && window instanceof Ruling.Met;
        }
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("entries", own(actor).map(entry -> shown(actor, entry)).toList());
        model.addAttribute("crumbs", List.of(crumb()));
        return "exam/tickets";
    }

    private Stream<Entry> own(Actor actor) {
        var person = actor.person();
        return person == null ? Stream.empty() : arrangements.listOf(actor, person).stream();
    }

    private Shown shown(Actor actor, Entry entry) {
        var session = sessions.find(actor, entry.session());
        var changed = groups.changed(actor, entry);
        return new Shown(
                entry,
                session,
                session.days().judge(SessionWindow.TICKETS, clock.today()),
                changed.map(change -> groups.said(session, change)).orElse(null),
                changed.flatMap(change -> change.measure().day())
                        .filter(day -> !session.days().examOn().contains(day))
                        .isPresent());
    }

    private static Crumb crumb() {
        return new Crumb(BASE, "nav.tickets");
    }

    @GetMapping("/{session}/{id}")
    String one(Actor actor, @PathVariable SessionId session, @PathVariable UUID id, Model model) {
        var asked = asked(actor, session, id);
        var number = pages.show(asked, model);
        model.addAttribute("crumbs", List.of(crumb(), Crumb.named(asked.here(), number)));
        return "exam/ticket";
    }

    private static TicketPages.Asked asked(Actor actor, SessionId session, UUID id) {
        return new TicketPages.Asked(actor, session, id, BASE + "/" + session + "/" + id, BASE);
    }

    @GetMapping("/{session}/{id}/pdf")
    void print(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        pages.print(asked(actor, session, id), response);
    }
}
