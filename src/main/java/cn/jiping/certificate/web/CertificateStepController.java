package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificatePlaces;
import cn.jiping.certificate.CertificateReplacements;
import cn.jiping.certificate.CertificateRevocations;
import cn.jiping.certificate.Certificates;
import cn.jiping.certificate.RevocationTerms.Ground;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
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

/** What is done with one certificate: moved, handed out, revoked by two persons, replaced. */
@Controller
@RequestMapping("/authority/certificates/{id}")
class CertificateStepController {
    private final Certificates certificates;
    private final CertificateRevocations revocations;
    private final CertificateReplacements replacements;
    private final CertificatePlaces places;
    private final MessageSource messages;

    CertificateStepController(
            Certificates certificates,
            CertificateRevocations revocations,
            CertificateReplacements replacements,
            CertificatePlaces places,
            MessageSource messages) {
        this.certificates = certificates;
        this.revocations = revocations;
        this.replacements = replacements;
        this.places = places;
        this.messages = messages;
    }

    /** What a step asks for; each takes of it what it needs. */
    record StepForm(
            @Nullable String to,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String county,
            @Nullable Integer seen) {
        static final StepForm EMPTY = new StepForm(null, null, null, null, null);

        int seenVersion() {
            return Objects.requireNonNullElse(seen, -1);
        }

        /** Null: at the city. */
        @Nullable DivisionCode countyChosen() {
            return Counties.chosen(county);
        }

        String reasonGiven() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** What a step does; an id where it leads elsewhere. */
    private interface Step {
        CertificateId take();
    }

    @GetMapping("/hand-out")
    String handOutPage(Actor actor, @PathVariable CertificateId id, Model model) {
        return asking(actor, id, "hand-out", StepForm.EMPTY, model);
    }

    @PostMapping("/hand-out")
    String handOut(
            Actor actor,
            @PathVariable CertificateId id,
            @ModelAttribute("form") StepForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return take(
                () -> {
                    certificates.handOut(
                            actor,
                            id,
                            Objects.requireNonNullElse(form.to(), ""),
                            form.seenVersion());
                    return id;
                },
                faults,
                response,
                redirect,
                "hand-out",
                () -> asking(actor, id, "hand-out", null, model));
    }

    @GetMapping("/place")
    String placePage(Actor actor, @PathVariable CertificateId id, Model model) {
        var county = certificates.find(actor, id).county();
        return asking(
                actor,
                id,
                "place",
                new StepForm(
                        null, null, null, county == null ? "CITY" : county.code().value(), null),
                model);
    }

    @PostMapping("/place")
    String move(
            Actor actor,
            @PathVariable CertificateId id,
            @ModelAttribute("form") StepForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return take(
                () -> {
                    places.move(actor, id, form.countyChosen(), form.seenVersion());
                    return id;
                },
                faults,
                response,
                redirect,
                "place",
                () -> asking(actor, id, "place", null, model));
    }

    @GetMapping("/revocation")
    String revocationPage(Actor actor, @PathVariable CertificateId id, Model model) {
        return asking(actor, id, "revocation", StepForm.EMPTY, model);
    }

    @PostMapping("/revocation")
    String propose(
            Actor actor,
            @PathVariable CertificateId id,
            @ModelAttribute("form") StepForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return take(
                () -> {
                    revocations.propose(
                            actor,
                            id,
                            ground(form.ground()),
                            form.reasonGiven(),
                            form.seenVersion());
                    return id;
                },
                faults,
                response,
                redirect,
                "revocation",
                () -> asking(actor, id, "revocation", null, model));
    }

    private static Ground ground(@Nullable String named) {
        return Stream.of(Ground.values())
                .filter(each -> each.name().equals(named))
                .findAny()
                .orElseThrow(() -> InvalidInput.of("ground", "certificate.ground"));
    }

    @GetMapping("/replacement")
    String replacementPage(Actor actor, @PathVariable CertificateId id, Model model) {
        return asking(actor, id, "replacement", StepForm.EMPTY, model);
    }

    @PostMapping("/replacement")
    String replace(
            Actor actor,
            @PathVariable CertificateId id,
            @ModelAttribute("form") StepForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return take(
                () -> replacements.replace(actor, id, form.reasonGiven(), form.seenVersion()),
                faults,
                response,
                redirect,
                "replacement",
                () -> asking(actor, id, "replacement", null, model));
    }

    private static String take(
            Step step,
            BindingResult faults,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String done,
            Supplier<String> again) {
        return Forms.take(faults, response, () -> done(step.take(), done, redirect), again);
    }

    private String asking(
            Actor actor, CertificateId id, String step, @Nullable StepForm form, Model model) {
        if (form != null) {
            model.addAttribute("form", form);
        }
        show(actor, id, step, model);
        model.addAttribute(
                "grounds",
                Stream.of(Ground.values())
                        .map(each -> new Choice(each.name(), word(each)))
                        .toList());
        return "certificate/step";
    }

    private String word(Ground ground) {
        return messages.getMessage("word.Ground." + ground, null, Locale.CHINA);
    }

    private void show(Actor actor, CertificateId id, String step, Model model) {
        var certificate = certificates.find(actor, id);
        var here = CertificateController.PATH + "/" + id;
        model.addAttribute("certificate", certificate);
        model.addAttribute("step", step);
        model.addAttribute(
                "counties",
                Counties.choices(certificate.city(), places.counties(certificate.city().code())));
        model.addAttribute("here", here);
        model.addAttribute(
                "crumbs",
                List.of(
                        CertificateController.home(actor),
                        CertificateController.LIST,
                        Crumb.named(here, certificate.issue().number()),
                        new Crumb(here, "page.certificate." + step)));
    }

    @GetMapping("/revocation/confirm")
    String confirmPage(Actor actor, @PathVariable CertificateId id, Model model) {
        show(actor, id, "confirm", model);
        return "certificate/decision";
    }

    @PostMapping("/revocation/confirm")
    String confirm(
            Actor actor,
            @PathVariable CertificateId id,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        revocations.confirm(actor, id, seen);
        return done(id, "confirm", redirect);
    }

    @GetMapping("/revocation/reject")
    String rejectPage(Actor actor, @PathVariable CertificateId id, Model model) {
        show(actor, id, "reject", model);
        return "certificate/decision";
    }

    @PostMapping("/revocation/reject")
    String reject(
            Actor actor,
            @PathVariable CertificateId id,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        revocations.reject(actor, id, seen);
        return done(id, "reject", redirect);
    }

    private static String done(CertificateId id, String step, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.ok("page.certificate." + step + ".done"));
        return "redirect:" + CertificateController.PATH + "/" + id;
    }
}
