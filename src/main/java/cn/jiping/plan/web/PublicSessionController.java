package cn.jiping.plan.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 鉴定公告: announced sessions, for everybody. */
@Controller
@RequestMapping(PublicSessionController.BASE)
class PublicSessionController {
    static final String BASE = "/sessions";

    private final ExamSessions sessions;
    private final SessionPage page;

    PublicSessionController(ExamSessions sessions, SessionPage page) {
        this.sessions = sessions;
        this.page = page;
    }

    @GetMapping
    String list(SessionList asked, Model model) {
        model.addAttribute("slice", sessions.listAnnounced(asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", BASE);
        model.addAttribute("staff", false);
        model.addAttribute("crumbs", List.of(SessionPage.crumb(BASE)));
        return "plan/sessions";
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable SessionId id, Model model) {
        var view = sessions.find(actor, id);
        if (view.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        page.show(model, view, BASE);
        model.addAttribute("staff", false);
        return "plan/session";
    }
}
