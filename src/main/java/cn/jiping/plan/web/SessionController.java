package cn.jiping.plan.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.PlanRefused;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.plan.SessionStatus;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import cn.jiping.web.PickList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
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

/** Sessions for province, cities and counties: lists, the announcement, the city's own part. */
@Controller
@RequestMapping(SessionController.BASE)
class SessionController {
    static final String BASE = "/authority/sessions";
    private static final List<String> HEADERS =
            List.of("title", "code", "status", "registration", "closes", "exam", "offerings");

    private final ExamSessions sessions;
    private final SessionPage page;
    private final ObjectProvider<PickList> lists;
    private final MessageSource messages;

    SessionController(
            ExamSessions sessions,
            SessionPage page,
            ObjectProvider<PickList> lists,
            MessageSource messages) {
        this.sessions = sessions;
        this.page = page;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, SessionList asked, Model model) {
        model.addAttribute("slice", sessions.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", BASE);
        model.addAttribute("statuses", SessionStatus.values());
        model.addAttribute("staff", true);
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(SessionPage.crumb(BASE)));
        return "plan/sessions";
    }

    @GetMapping("/export")
    void export(Actor actor, SessionList asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("nav.sessions", locale),
                HEADERS.stream().map(key -> text("page.plan.sessions." + key, locale)).toList(),
                to -> sessions.export(actor, asked.filter(), row -> to.accept(cells(row, locale))));
    }

    private List<Object> cells(SessionRow row, Locale locale) {
        return List.of(
                row.heading().title(),
                row.heading().code().value(),
                text("session.status." + row.status(), locale),
                row.opensOn(),
                row.closesOn(),
                row.examOn().getFirst(),
                row.offerings());
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable SessionId id, Model model) {
        page.show(model, sessions.find(actor, id), BASE);
        model.addAttribute("staff", true);
        model.addAttribute("divisions", actor.scope());
        return "plan/session";
    }

    @GetMapping("/{id}/announcement")
    String askToAnnounce(Actor actor, @PathVariable SessionId id, Model model) {
        page.show(model, sessions.find(actor, id), BASE);
        return "plan/announce";
    }

    @PostMapping("/{id}/announcement")
    String announce(
            Actor actor,
            @PathVariable SessionId id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        sessions.announce(actor, id, version);
        redirect.addFlashAttribute("notice", Notice.ok("page.plan.session.announced"));
        return "redirect:" + BASE + "/" + id;
    }

    /** 作废表. */
    public record DiscardForm(@Nullable String reason, @Nullable Integer version) {}

    @GetMapping("/{id}/discarding")
    String askToDiscard(Actor actor, @PathVariable SessionId id, Model model) {
        var view = sessions.find(actor, id);
        model.addAttribute("form", new DiscardForm(null, view.version()));
        return discarding(model, actor, id);
    }

    private String discarding(Model model, Actor actor, SessionId id) {
        page.show(model, sessions.find(actor, id), BASE);
        return "plan/discard";
    }

    @PostMapping("/{id}/discarding")
    String discard(
            Actor actor,
            @PathVariable SessionId id,
            @ModelAttribute("form") DiscardForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            sessions.discard(actor, id, seen(form.version()), said(form.reason()));
            redirect.addFlashAttribute("notice", Notice.ok("page.plan.session.discarded"));
            return "redirect:" + BASE + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return discarding(model, actor, id);
    }

    /** 受理机构表. */
    public record PartForm(
            @Nullable String body, @Nullable String contact, @Nullable Integer version) {

        /**
         * @throws InvalidInput if none is chosen
         */
        BodyId chosen() {
            try {
                return BodyId.of(said(body));
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("body", "plan.no-body");
            }
        }
    }

    @GetMapping("/{id}/parts/{city}")
    String part(
            Actor actor, @PathVariable SessionId id, @PathVariable DivisionCode city, Model model) {
        var part =
                sessions.find(actor, id).part(city).orElseThrow(() -> new NotFound("part", city));
        var accepting = part.accepting();
        model.addAttribute(
                "form",
                new PartForm(
                        accepting == null ? null : accepting.body().toString(),
                        accepting == null ? null : accepting.contact(),
                        part.version()));
        return partForm(model, actor, id, city);
    }

    private String partForm(Model model, Actor actor, SessionId id, DivisionCode city) {
        var view = sessions.find(actor, id);
        var part = view.part(city).orElseThrow(() -> new NotFound("part", city));
        if (!actor.scope().covers(city)) {
            throw new NotFound("part", city);
        }
        page.show(model, view, BASE);
        model.addAttribute("part", part);
        model.addAttribute("bodies", bodies(actor));
        model.addAttribute(
                "crumbs",
                List.of(
                        SessionPage.crumb(BASE),
                        Crumb.named(BASE + "/" + id, view.heading().code().value()),
                        Crumb.named(BASE + "/" + id + "/parts/" + city, part.name())));
        return "plan/part";
    }

    private List<Choice> bodies(Actor actor) {
        return lists.stream()
                .filter(list -> list.kind() == PickList.Kind.BODY)
                .flatMap(list -> list.choices(actor).stream())
                .toList();
    }

    @PostMapping("/{id}/parts/{city}")
    String accept(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @ModelAttribute("form") PartForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            sessions.accept(
                    actor, id, city, form.chosen(), said(form.contact()), seen(form.version()));
            redirect.addFlashAttribute("notice", Notice.ok("page.plan.part.done"));
            return "redirect:" + BASE + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (PlanRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return partForm(model, actor, id, city);
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
