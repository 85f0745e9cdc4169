package cn.jiping.draw.web;

import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawView;
import cn.jiping.draw.Draws;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** 主持抽取: the steps of whoever leads the draw. */
@Controller
@RequestMapping({"/authority/draws/{id}", "/body/draws/{id}"})
class LeadingController {
    private final Draws draws;
    private final MessageSource messages;

    LeadingController(Draws draws, MessageSource messages) {
        this.draws = draws;
        this.messages = messages;
    }

    /**
     * @param step {@code fix} once the person has seen what will stand, {@code edit} to go back
     */
    public record ValueForm(
            @Nullable String value, @Nullable String reference, @Nullable String step) {}

    public record ReplaceForm(
            @Nullable String leaving, @Nullable String cause, @Nullable String note) {}

    public record CancelForm(@Nullable String reason) {}

    @GetMapping("/public-value")
    String valuePage(
            Actor actor, @PathVariable DrawId id, HttpServletRequest request, Model model) {
        model.addAttribute("form", new ValueForm(null, null, null));
        return step(model, draws.find(actor, id), request, "value");
    }

    @PostMapping("/public-value")
    String fix(
            Actor actor,
            @PathVariable DrawId id,
            @ModelAttribute("form") ValueForm given,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var value = line(given.value());
        var reference = line(given.reference());
        if ("edit".equals(given.step())) {
            return step(model, draws.find(actor, id), request, "value");
        }
        if ("fix".equals(given.step())) {
            return taken(() -> draws.fixPublicValue(actor, id, value, reference), faults, response)
                    ? done(redirect, "value", request, id)
                    : step(model, draws.find(actor, id), request, "value");
        }
        if (taken(() -> draws.checkPublicValue(actor, id, value, reference), faults, response)) {
            model.addAttribute("value", value);
            model.addAttribute("shown", value.replaceAll("\\h", "␣"));
            model.addAttribute("spaces", value.length() - value.replaceAll("\\h", "").length());
            model.addAttribute("stripped", !value.equals(given.value()));
            model.addAttribute("reference", reference);
        }
        return step(model, draws.find(actor, id), request, "value");
    }

    @PostMapping("/result")
    String draw(
            Actor actor,
            @PathVariable DrawId id,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        draws.draw(actor, id);
        return done(redirect, "draw", request, id);
    }

    @GetMapping("/replacements")
    String replacePage(
            Actor actor,
            @PathVariable DrawId id,
            @RequestParam(required = false) @Nullable String leaving,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("form", new ReplaceForm(leaving, null, null));
        return replacing(model, draws.find(actor, id), request, locale);
    }

    @PostMapping("/replacements")
    String replace(
            Actor actor,
            @PathVariable DrawId id,
            @ModelAttribute("form") ReplaceForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        return taken(
                        () ->
                                draws.replace(
                                        actor,
                                        id,
                                        line(form.leaving()),
                                        cause(form.cause()),
                                        line(form.note())),
                        faults,
                        response)
                ? done(redirect, "replace", request, id)
                : replacing(model, draws.find(actor, id), request, locale);
    }

    private static Cause cause(@Nullable String name) {
        return Stream.of(Cause.values())
                .filter(cause -> cause.name().equals(name))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("cause", "draw.cause"));
    }

    private String replacing(
            Model model, DrawView draw, HttpServletRequest request, Locale locale) {
        model.addAttribute(
                "selection",
                draw.standing().selection().stream()
                        .map(n -> new Choice(n, (n + " " + draw.name(n)).strip()))
                        .toList());
        model.addAttribute(
                "causes",
                Arrays.stream(Cause.values())
                        .map(cause ->
                                new Choice(
                                        cause.name(),
                                        messages.getMessage("draw.cause." + cause, null, locale)))
                        .toList());
        return step(model, draw, request, "replace");
    }

    @GetMapping("/cancellation")
    String cancelPage(
            Actor actor, @PathVariable DrawId id, HttpServletRequest request, Model model) {
        model.addAttribute("form", new CancelForm(null));
        return step(model, draws.find(actor, id), request, "cancel");
    }

    @PostMapping("/cancellation")
    String cancel(
            Actor actor,
            @PathVariable DrawId id,
            @ModelAttribute("form") CancelForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return taken(() -> draws.cancel(actor, id, line(form.reason())), faults, response)
                ? done(redirect, "cancel", request, id)
                : step(model, draws.find(actor, id), request, "cancel");
    }

    private static boolean taken(
            Runnable step, BindingResult faults, HttpServletResponse response) {
        try {
            step.run();
            return true;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (Refusal e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return false;
    }

    private static String done(
            RedirectAttributes redirect, String step, HttpServletRequest request, DrawId id) {
        redirect.addFlashAttribute("notice", Notice.ok("page.draw." + step + ".done"));
        return "redirect:" + Doors.base(request) + "/" + id;
    }

    private static String line(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static String step(
            Model model, DrawView draw, HttpServletRequest request, String view) {
        var here = Doors.base(request) + "/" + draw.id();
        model.addAttribute("draw", draw);
        model.addAttribute("here", here);
        model.addAttribute(
                "crumbs",
                List.of(
                        PublicDrawController.crumb(Doors.base(request)),
                        Crumb.named(here, draw.number()),
                        new Crumb(here, "page.draw." + view + ".title")));
        return "draw/" + view;
    }
}
