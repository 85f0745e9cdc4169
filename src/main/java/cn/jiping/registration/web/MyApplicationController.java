package cn.jiping.registration.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.FormStep;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的报名: what one applied for, and how one begins. */
@Controller
@RequestMapping(MyApplicationController.BASE)
class MyApplicationController {
    static final String BASE = FormPages.MINE;
    private static final Crumb HOME = new Crumb("/my", "door.MY");
    private static final Crumb LIST = new Crumb(BASE, "nav.my-applications");

    private final Applications applications;
    private final ExamSessions sessions;
    private final ApplicationPage page;

    MyApplicationController(
            Applications applications, ExamSessions sessions, ApplicationPage page) {
        this.applications = applications;
        this.sessions = sessions;
        this.page = page;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("rows", mine(actor));
        model.addAttribute("kinds", ApplicationPage.kinds());
        model.addAttribute("crumbs", List.of(HOME, LIST));
        return "registration/mine";
    }

    private List<ApplicationView> mine(Actor actor) {
        var person = actor.person();
        return person == null ? List.of() : applications.listOf(actor, person);
    }

    /** 开始报名表. */
    record BeginForm(
            @Nullable String session,
            @Nullable String offering,
            @Nullable String city,
            @Nullable String clientKey) {

        SessionId sessionAsked() {
            try {
                return SessionId.of(Objects.requireNonNullElse(session, ""));
            } catch (IllegalArgumentException _) {
                throw new NotFound("session", String.valueOf(session));
            }
        }

        private DivisionCode cityChosen() {
            try {
                return new DivisionCode(Objects.requireNonNullElse(city, ""));
            } catch (IllegalArgumentException _) {
                throw Fields.notChosen("city", "new.city.short");
            }
        }

        private OfferingId offeringChosen() {
            try {
                return OfferingId.of(Objects.requireNonNullElse(offering, ""));
            } catch (IllegalArgumentException _) {
                throw Fields.notChosen("offering", "new.offering.short");
            }
        }
    }

    @GetMapping("/new")
    String choose(Actor actor, @RequestParam String session, Model model) {
        var form = new BeginForm(session, null, null, Ids.next().toString());
        var running = running(actor, form.sessionAsked());
        if (running.isPresent()) {
            return "redirect:" + BASE + "/" + running.get().id();
        }
        model.addAttribute("form", form);
        return choosing(actor, form, model);
    }

    private Optional<ApplicationView> running(Actor actor, SessionId session) {
        return mine(actor).stream()
                .filter(view -> view.about().session().equals(session))
                .filter(view -> view.status().running())
                .findFirst();
    }

    private String choosing(Actor actor, BeginForm form, Model model) {
        var session = sessions.find(actor, form.sessionAsked());
        if (session.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", session.id());
        }
        model.addAttribute("announced", session);
        model.addAttribute("identified", actor.person() != null);
        model.addAttribute(
                "window", session.days().judge(SessionWindow.REGISTRATION, page.today()));
        model.addAttribute("cities", cities(session));
        model.addAttribute("offerings", offerings(session));
        model.addAttribute("resits", applications.resits(actor, session.id()));
        model.addAttribute(
                "crumbs",
                List.of(HOME, LIST, new Crumb(BASE + "/new", "page.registration.new.title")));
        return "registration/new";
    }

    private static List<Choice> cities(SessionView session) {
        return session.parts().stream()
                .filter(part -> part.accepting() != null)
                .map(part -> new Choice(part.division().value(), part.name()))
                .toList();
    }

    private List<Choice> offerings(SessionView session) {
        return session.offerings().stream()
                .map(offering ->
                        new Choice(
                                offering.id().toString(),
                                offering.occupation() + " " + page.word(offering.level())))
                .toList();
    }

    @PostMapping
    String begin(
            Actor actor,
            @ModelAttribute("form") BeginForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model) {
        var session = form.sessionAsked();
        return Forms.take(
                faults,
                response,
                () -> {
                    InvalidInput.requireAll(form::cityChosen, form::offeringChosen);
                    var id =
                            applications.begin(
                                    actor,
                                    session,
                                    form.cityChosen(),
                                    form.offeringChosen(),
                                    Objects.requireNonNullElse(form.clientKey(), ""));
                    return "redirect:" + FormPages.address(actor, id, FormStep.PHOTO);
                },
                () -> choosing(actor, form, model));
    }
}
