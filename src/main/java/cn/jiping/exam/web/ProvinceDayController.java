package cn.jiping.exam.web;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Incidents;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final Incidents incidents;
    private final Arrangements arrangements;
    private final ExamSessions sessions;
    private final IncidentSheet sheet;
    private final MessageSource messages;

    ProvinceDayController(
            Incidents incidents,
            Arrangements arrangements,
            ExamSessions sessions,
            IncidentSheet sheet,
            MessageSource messages) {
        this.incidents = incidents;
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
    String incidents(Actor actor, @PathVariable SessionId id, Model model) {
        var view = announced(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("cities", cities(actor, id));
        model.addAttribute("incidents", incidents.export(actor, id));
        model.addAttribute("here", ArrangementController.BASE + "/" + id + "/incidents");
        model.addAttribute("crumbs", crumbs(view, "/incidents", "page.exam.incidents.title"));
        return "exam/all-incidents";
    }

    @GetMapping("/incidents/export")
    void export(Actor actor, @PathVariable SessionId id, HttpServletResponse response)
            throws IOException {
        announced(actor, id);
        var cities = cities(actor, id);
        Excel.send(
                response,
                text("page.exam.incidents.title"),
                sheet.headers(),
                incidents.export(actor, id).stream()
                        .map(one -> sheet.row(cities.getOrDefault(one.where().city(), ""), one))
                        .iterator());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
