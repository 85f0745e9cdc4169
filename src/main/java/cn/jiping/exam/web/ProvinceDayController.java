package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.CityDue;
import cn.jiping.exam.ExamDue;
import cn.jiping.exam.ExamDues;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.PaperChain;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 全省考试日: what happened in all cities that the actor sees. */
@Controller
@RequestMapping("/authority/exams/{id}")
class ProvinceDayController {
    private static final List<String> HEADERS = List.of("city", "what", "due", "met", "state");

    private final Incidents incidents;
    private final ExamDues dues;
    private final PaperChain chain;
    private final BusinessClock clock;
    private final Arrangements arrangements;
    private final ExamSessions sessions;
    private final IncidentSheet sheet;
    private final MessageSource messages;

    ProvinceDayController(
            Incidents incidents,
            ExamDues dues,
            PaperChain chain,
            BusinessClock clock,
            Arrangements arrangements,
            ExamSessions sessions,
            IncidentSheet sheet,
            MessageSource messages) {
        this.incidents = incidents;
        this.dues = dues;
        this.chain = chain;
        this.clock = clock;
        this.arrangements = arrangements;
        this.sessions = sessions;
        this.sheet = sheet;
        this.messages = messages;
    }

    private SessionView announced(Actor actor, SessionId id) {
        var view = sessions.find(actor, id);
        if (view.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        return view;
    }

    private Map<DivisionCode, String> cities(Actor actor, SessionId id) {
        return arrangements.list(actor, id).stream()
                .collect(
                        Collectors.toMap(
                                exam -> exam.city().division(), exam -> exam.city().name()));
    }

    private List<Crumb> crumbs(SessionView view, String page, String key) {
        var session = ArrangementController.BASE + "/" + view.id();
        return List.of(
                new Crumb(ArrangementController.BASE, "nav.exams"),
                Crumb.named(session, view.heading().code().value()),
                new Crumb(session + page, key));
    }

    @GetMapping("/incidents")
    String incidents(Actor actor, @PathVariable SessionId id, IncidentList asked, Model model) {
        var view = announced(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("cities", cities(actor, id));
        model.addAttribute("slice", incidents.page(actor, id, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", IncidentController.names(incidents.conduct(view)));
        model.addAttribute("wide", true);
        model.addAttribute("here", ArrangementController.BASE + "/" + id + "/incidents");
        model.addAttribute("crumbs", crumbs(view, "/incidents", "page.exam.incidents.title"));
        return "exam/all-incidents";
    }

    @GetMapping("/incidents/export")
    void export(
            Actor actor,
            @PathVariable SessionId id,
            IncidentList asked,
            HttpServletResponse response)
            throws IOException {
        announced(actor, id);
        var cities = cities(actor, id);
        var rows = new ArrayList<List<?>>();
        incidents.export(
                actor,
                id,
                asked.filter(),
                one -> rows.add(sheet.row(cities.getOrDefault(one.where().city(), ""), one)));
        Excel.send(response, text("page.exam.incidents.title"), sheet.headers(), rows.iterator());
    }

    @GetMapping("/dues")
    String dues(Actor actor, @PathVariable SessionId id, Model model) {
        var view = announced(actor, id);
        var all = dues.list(actor, id);
        var now = clock.now();
        model.addAttribute("view", view);
        model.addAttribute("cities", arrangements.list(actor, id));
        model.addAttribute("counts", chain.counts(actor, id));
        model.addAttribute("dues", all);
        model.addAttribute("kinds", ExamDue.values());
        model.addAttribute(
                "late", all.stream().filter(due -> due.metAt() == null && due.late(now)).count());
        model.addAttribute(
                "left", all.stream().collect(Collectors.toMap(due -> due, due -> left(due, now))));
        model.addAttribute("here", ArrangementController.BASE + "/" + id + "/dues");
        model.addAttribute("crumbs", crumbs(view, "/dues", "page.exam.dues.title"));
        return "exam/dues";
    }

    private static Due left(CityDue due, Instant now) {
        var metAt = due.metAt();
        return metAt == null ? Due.open(due.until(), now) : Due.done(due.until(), metAt);
    }

    @GetMapping("/dues/export")
    void exportDues(Actor actor, @PathVariable SessionId id, HttpServletResponse response)
            throws IOException {
        announced(actor, id);
        var cities = cities(actor, id);
        Excel.send(
                response,
                text("page.exam.dues.title"),
                HEADERS.stream().map(key -> text("page.exam.dues." + key)).toList(),
                dues.list(actor, id).stream()
                        .map(due -> row(cities.getOrDefault(due.city(), ""), due))
                        .iterator());
    }

    private List<Object> row(String city, CityDue due) {
        var metAt = due.metAt();
        var late = due.late(clock.now());
        var state = metAt == null ? (late ? "late" : "open") : late ? "met-late" : "met";
        return List.of(
                city,
                text("word.ExamDue." + due.what()),
                due.dueOn(),
                metAt == null ? "" : Moments.written(metAt),
                text("page.exam.dues.state." + state));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
