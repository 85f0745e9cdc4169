package cn.jiping.plan.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.PlanRefused;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDays;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.SkillLevel;
import cn.jiping.territory.Division;
import cn.jiping.territory.Territories;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 拟定批次: choose a session of the calendar, then what is offered in it. */
@Controller
@RequestMapping(SessionController.BASE)
class NewSessionController {
    private final ExamSessions sessions;
    private final Territories territories;
    private final BusinessClock clock;
    private final MessageSource messages;

    NewSessionController(
            ExamSessions sessions,
            Territories territories,
            BusinessClock clock,
            MessageSource messages) {
        this.sessions = sessions;
        this.territories = territories;
        this.clock = clock;
        this.messages = messages;
    }

    /** A session of the calendar that nobody has drafted yet. */
    record Open(SessionCode code, SessionDays days) {}

    @GetMapping("/new")
    String choose(Actor actor, Model model) {
        var jurisdiction = jurisdiction(actor);
        model.addAttribute(
                "open",
                sessions.open(jurisdiction).stream()
                        .map(code -> new Open(code, sessions.days(jurisdiction, code)))
                        .toList());
        model.addAttribute(
                "crumbs",
                List.of(
                        SessionPage.crumb(SessionController.BASE),
                        new Crumb(SessionController.BASE + "/new", "page.plan.new.title")));
        return "plan/choose";
    }

    /** The law of the actor's own province. */
    private Jurisdiction jurisdiction(Actor actor) {
        return territories.provinces(clock.today()).stream()
                .map(Division::code)
                .filter(actor.scope()::covers)
                .map(province -> new Jurisdiction(province.value().substring(0, 2)))
                .findFirst()
                .orElseThrow(() -> new NotFound("province", actor.place()));
    }

    @GetMapping("/new/{code}")
    String form(Actor actor, @PathVariable SessionCode code, Locale locale, Model model) {
        var jurisdiction = jurisdiction(actor);
        var level = level(jurisdiction, code);
        model.addAttribute(
                "form",
                NewSessionForm.of(
                        title(jurisdiction, code, locale),
                        sessions.offerables(jurisdiction, code, level),
                        Ids.next().toString()));
        return form(model, jurisdiction, code, level);
    }

    private String form(
            Model model, Jurisdiction jurisdiction, SessionCode code, SkillLevel level) {
        model.addAttribute("code", code);
        model.addAttribute("level", level);
        model.addAttribute("days", sessions.days(jurisdiction, code));
        model.addAttribute("offerables", sessions.offerables(jurisdiction, code, level));
        model.addAttribute(
                "crumbs",
                List.of(
                        SessionPage.crumb(SessionController.BASE),
                        new Crumb(SessionController.BASE + "/new", "page.plan.new.title"),
                        Crumb.named(
                                SessionController.BASE + "/new/" + code.value(), code.value())));
        return "plan/new";
    }

    private SkillLevel level(Jurisdiction jurisdiction, SessionCode code) {
        return sessions.unifiedLevels(jurisdiction, code).getLast();
    }

    private String title(Jurisdiction jurisdiction, SessionCode code, Locale locale) {
        var province = new DivisionCode(jurisdiction.value() + "0000");
        return messages.getMessage(
                "page.plan.new.usual-title",
                new Object[] {
                    territories.fullName(province, code.month()),
                    String.valueOf(code.month().getYear()),
                    code.month().getMonthValue()
                },
                locale);
    }

    @PostMapping("/new/{code}")
    String draft(
            Actor actor,
            @PathVariable SessionCode code,
            @ModelAttribute("form") NewSessionForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var jurisdiction = jurisdiction(actor);
        var level = level(jurisdiction, code);
        try {
            if (!faults.hasErrors()) {
                var id = sessions.draft(actor, form.draft(jurisdiction, code, level));
                redirect.addFlashAttribute("notice", Notice.ok("page.plan.new.done"));
                return "redirect:" + SessionController.BASE + "/" + id;
            }
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (PlanRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(model, jurisdiction, code, level);
    }
}
