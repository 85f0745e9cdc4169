package cn.jiping.draw.web;

import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawView;
import cn.jiping.draw.Draws;
import cn.jiping.draw.Party;
import cn.jiping.draw.Secret;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 承诺和公布密数: the steps of a party, at whichever door its people come in. */
@Controller
@RequestMapping({"/authority/draws/{id}", "/body/draws/{id}", "/audit/draws/{id}"})
class StepController {
    private final Draws draws;

    StepController(Draws draws) {
        this.draws = draws;
    }

    /**
     * @param value the commitment itself, made elsewhere; otherwise made here from secret and salt
     * @param kept that the person keeps the secret, which nobody else does
     */
    public record CommitForm(
            @Nullable String secret,
            @Nullable String salt,
            @Nullable String value,
            @Nullable Boolean kept) {}

    public record RevealForm(@Nullable String secret, @Nullable String salt) {}

    @GetMapping("/commitments/{party}")
    String commitPage(
            Actor actor,
            @PathVariable DrawId id,
            @PathVariable Party party,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var random = Secret.random();
        model.addAttribute("form", new CommitForm(random.value(), random.salt(), null, null));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return step(model, draws.find(actor, id), party, request, "commit");
    }

    @PostMapping("/commitments/{party}")
    String commit(
            Actor actor,
            @PathVariable DrawId id,
            @PathVariable Party party,
            @ModelAttribute("form") CommitForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            draws.commit(actor, id, party, commitment(actor, id, party, form));
            redirect.addFlashAttribute("notice", Notice.ok("page.draw.commit.done"));
            return "redirect:" + Doors.base(request) + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (Refusal e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return step(model, draws.find(actor, id), party, request, "commit");
    }

    private String commitment(Actor actor, DrawId id, Party party, CommitForm form) {
        if (form.value() != null && !form.value().isBlank()) {
            return form.value().strip();
        }
        if (!Boolean.TRUE.equals(form.kept())) {
            throw InvalidInput.of("kept", "draw.kept");
        }
        return draws.commitment(actor, id, party, secret(form.secret(), form.salt()));
    }

    @GetMapping("/reveals/{party}")
    String revealPage(
            Actor actor,
            @PathVariable DrawId id,
            @PathVariable Party party,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("form", new RevealForm(null, null));
        return step(model, draws.find(actor, id), party, request, "reveal");
    }

    @PostMapping("/reveals/{party}")
    String reveal(
            Actor actor,
            @PathVariable DrawId id,
            @PathVariable Party party,
            @ModelAttribute("form") RevealForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            draws.reveal(actor, id, party, secret(form.secret(), form.salt()));
            redirect.addFlashAttribute("notice", Notice.ok("page.draw.reveal.done"));
            return "redirect:" + Doors.base(request) + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (Refusal e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return step(model, draws.find(actor, id), party, request, "reveal");
    }

    private static Secret secret(@Nullable String value, @Nullable String salt) {
        var given = Objects.requireNonNullElse(value, "").strip();
        var salted = Objects.requireNonNullElse(salt, "").strip();
        if (!Secret.wellFormed(given, salted)) {
            throw InvalidInput.of("secret", "draw.secret");
        }
        return new Secret(given, salted);
    }

    private static String step(
            Model model, DrawView draw, Party party, HttpServletRequest request, String view) {
        var here = Doors.base(request) + "/" + draw.id();
        model.addAttribute("draw", draw);
        model.addAttribute("party", party);
        model.addAttribute("here", here);
        model.addAttribute("label", draw.announcement().seats().of(party).label());
        model.addAttribute(
                "crumbs",
                List.of(
                        PublicDrawController.crumb(Doors.base(request)),
                        Crumb.named(here, draw.number()),
                        new Crumb(here, "page.draw." + view + ".title")));
        return "draw/" + view;
    }
}
