package cn.jiping.registration.web;

import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationSheets;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Material;
import cn.jiping.registration.RegistrationRefused;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Source;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的报名: what one applied for, how far it came, and the steps that are one's own. */
@Controller
@RequestMapping(MyApplicationController.BASE)
class MyApplicationController {
    static final String BASE = "/my/applications";
    static final Crumb HOME = new Crumb("/my", "door.MY");
    static final Crumb LIST = new Crumb("/my/applications", "nav.my-applications");

    private static final Source FORM = new Source.Clause("JL2017-11", "附件");

    private final Applications applications;
    private final ApplicationSheets sheets;
    private final ExamSessions sessions;
    private final Persons persons;
    private final ApplicationPage page;

    MyApplicationController(
            Applications applications,
            ApplicationSheets sheets,
            ExamSessions sessions,
            Persons persons,
            ApplicationPage page) {
        this.applications = applications;
        this.sheets = sheets;
        this.sessions = sessions;
        this.persons = persons;
        this.page = page;
    }

    static List<Crumb> crumbs(ApplicationView view, Crumb... more) {
        var about = view.about();
        var here = Crumb.named(BASE + "/" + view.id(), about.subject().occupation());
        return Stream.concat(Stream.of(HOME, LIST, here), Stream.of(more)).toList();
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
            @Nullable String city,
            @Nullable String offering,
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
        try {
            InvalidInput.requireAll(form::cityChosen, form::offeringChosen);
            var id =
                    applications.begin(
                            actor,
                            session,
                            form.cityChosen(),
                            form.offeringChosen(),
                            Objects.requireNonNullElse(form.clientKey(), ""));
            return "redirect:" + BASE + "/" + id + "/form/photo";
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (RegistrationRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return choosing(actor, form, model);
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        var session = page.session(actor, view);
        model.addAttribute("view", view);
        model.addAttribute("subject", page.subject(view));
        model.addAttribute("kind", ApplicationPage.kind(view.status()));
        model.addAttribute("cells", page.cells(view, session, "mine"));
        model.addAttribute("way", page.way(view, session));
        var gaps = applications.gaps(actor, id);
        model.addAttribute("gaps", gaps);
        model.addAttribute("gapsSaid", page.word(gaps));
        model.addAttribute("decision", applications.decision(actor, id).orElse(null));
        model.addAttribute("resitDecision", applications.resitDecision(actor, id).orElse(null));
        model.addAttribute(
                "contact",
                session.part(view.about().place().city())
                        .map(part -> part.accepting())
                        .orElse(null));
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        model.addAttribute("changed", applications.later(actor, id).orElse(null));
        model.addAttribute("crumbs", crumbs(view));
        return "registration/application";
    }

    /** 职业技能鉴定申报表, with every field of the form that is archived, to print. */
    @GetMapping("/{id}/sheet")
    String sheet(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        model.addAttribute("view", view);
        model.addAttribute(
                "person", persons.find(actor.scope(), view.about().person()).orElse(null));
        model.addAttribute("photo", view.form().materials().get(Material.PHOTO));
        model.addAttribute(
                "worked", page.text("check.worked.years", applications.yearsWorked(actor, id)));
        model.addAttribute("source", FORM);
        model.addAttribute(
                "crumbs",
                crumbs(view, new Crumb(BASE + "/" + id + "/sheet", "page.registration.sheet")));
        return "registration/sheet";
    }

    @GetMapping("/{id}/sheet/pdf")
    void print(Actor actor, @PathVariable ApplicationId id, HttpServletResponse response)
            throws IOException {
        var printed = sheets.print(actor, id);
        Download.pdf(response, printed.name(), printed::write);
    }

    /** 撤回表. */
    record WithdrawForm(@Nullable String reason, @Nullable Integer version) {}

    @GetMapping("/{id}/withdrawal")
    String askToWithdraw(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        model.addAttribute("form", new WithdrawForm(null, view.version()));
        return withdrawing(view, model);
    }

    private String withdrawing(ApplicationView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("subject", page.subject(view));
        model.addAttribute(
                "crumbs",
                crumbs(
                        view,
                        new Crumb(
                                BASE + "/" + view.id() + "/withdrawal",
                                "page.registration.withdraw")));
        return "registration/withdraw";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            Actor actor,
            @PathVariable ApplicationId id,
            @ModelAttribute("form") WithdrawForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            applications.withdraw(
                    actor, id, seen(form.version()), Objects.requireNonNullElse(form.reason(), ""));
            redirect.addFlashAttribute("notice", Notice.ok("page.registration.withdraw.done"));
            return "redirect:" + BASE + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return withdrawing(applications.find(actor, id), model);
    }

    static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }

    @GetMapping("/{id}/taking-back")
    String askToTakeBack(Actor actor, @PathVariable ApplicationId id, Model model) {
        var view = applications.find(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("subject", page.subject(view));
        model.addAttribute(
                "crumbs",
                crumbs(
                        view,
                        new Crumb(
                                BASE + "/" + id + "/taking-back", "page.registration.take-back")));
        return "registration/take-back";
    }

    @PostMapping("/{id}/taking-back")
    String takeBack(
            Actor actor,
            @PathVariable ApplicationId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        applications.takeBack(actor, id, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.registration.take-back.done"));
        return "redirect:" + BASE + "/" + id + "/check";
    }
}
