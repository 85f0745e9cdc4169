package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateId;
import cn.jiping.certificate.CertificatePlaces;
import cn.jiping.certificate.CertificateReplacements;
import cn.jiping.certificate.CertificateRevocations;
import cn.jiping.certificate.CertificateView;
import cn.jiping.certificate.Certificates;
import cn.jiping.certificate.RevocationTerms.Ground;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** What is done with one certificate: moved, handed out, revoked by two persons, replaced. */
@Controller
@RequestMapping("/authority/certificates/{id}")
class CertificateStepController {
    private final Certificates certificates;
    private final CertificatePlaces places;
    private final MessageSource messages;
    private final Map<String, Step> steps;
    private final Map<String, Decision> decisions;

    CertificateStepController(
            Certificates certificates,
            CertificateRevocations revocations,
            CertificateReplacements replacements,
            CertificatePlaces places,
            MessageSource messages) {
        this.certificates = certificates;
        this.places = places;
        this.messages = messages;
        this.steps =
                Map.of(
                        "hand-out",
                        (actor, id, form) -> {
                            certificates.handOut(actor, id, form.toGiven(), form.seenVersion());
                            return id;
                        },
                        "place",
                        (actor, id, form) -> {
                            places.move(actor, id, form.countyChosen(), form.seenVersion());
                            return id;
                        },
                        "revocation",
                        (actor, id, form) -> {
                            revocations.propose(
                                    actor,
                                    id,
                                    form.groundChosen(),
                                    form.reasonGiven(),
                                    form.seenVersion());
                            return id;
                        },
                        "replacement",
                        (actor, id, form) ->
                                replacements.replace(
                                        actor, id, form.reasonGiven(), form.seenVersion()));
        this.decisions = Map.of("confirm", revocations::confirm, "reject", revocations::reject);
    }

    /** What a step asks for; each takes of it what it needs. */
    record StepForm(
            @Nullable String to,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String county,
            @Nullable Integer seen) {
        /** Empty but for where the certificate lies. */
        static StepForm of(CertificateView certificate) {
            return new StepForm(null, null, null, Counties.written(certificate.county()), null);
        }

        int seenVersion() {
            return Objects.requireNonNullElse(seen, -1);
        }

        /** Null: at the city. */
        @Nullable DivisionCode countyChosen() {
            return Counties.chosen(county);
        }

        String toGiven() {
            return Objects.requireNonNullElse(to, "");
        }

        String reasonGiven() {
            return Objects.requireNonNullElse(reason, "");
        }

        Ground groundChosen() {
            return Stream.of(Ground.values())
                    .filter(each -> each.name().equals(ground))
                    .findAny()
                    .orElseThrow(() -> InvalidInput.of("ground", "certificate.ground"));
        }
    }

    /** What a step does with its form; answers with the certificate it leads to. */
    private interface Step {
        CertificateId take(Actor actor, CertificateId id, StepForm form);
    }

    /** What the second person says of a revocation. */
    private interface Decision {
        void take(Actor actor, CertificateId id, int seen);
    }

    @GetMapping({"/hand-out", "/place", "/revocation", "/replacement"})
    String ask(
            Actor actor, @PathVariable CertificateId id, HttpServletRequest request, Model model) {
        var certificate = show(actor, id, called(request), model);
        model.addAttribute("form", StepForm.of(certificate));
        return "certificate/step";
    }

    @PostMapping({"/hand-out", "/place", "/revocation", "/replacement"})
    String take(
            Actor actor,
            @PathVariable CertificateId id,
            @ModelAttribute("form") StepForm form,
            BindingResult faults,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var step = called(request);
        return Forms.take(
                faults,
                response,
                () -> done(require(steps, step).take(actor, id, form), step, redirect),
                () -> {
                    show(actor, id, step, model);
                    return "certificate/step";
                });
    }

    @GetMapping({"/revocation/confirm", "/revocation/reject"})
    String askToDecide(
            Actor actor, @PathVariable CertificateId id, HttpServletRequest request, Model model) {
        show(actor, id, called(request), model);
        return "certificate/decision";
    }

    @PostMapping({"/revocation/confirm", "/revocation/reject"})
    String decide(
            Actor actor,
            @PathVariable CertificateId id,
            @RequestParam int seen,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var decision = called(request);
        require(decisions, decision).take(actor, id, seen);
        return done(id, decision, redirect);
    }

    /** A step is called as the last part of its address. */
    private static String called(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static <T> T require(Map<String, T> known, String name) {
        return Objects.requireNonNull(known.get(name));
    }

    private CertificateView show(Actor actor, CertificateId id, String step, Model model) {
        var certificate = certificates.find(actor, id);
        var here = CertificateController.PATH + "/" + id;
        model.addAttribute("certificate", certificate);
        model.addAttribute("step", step);
        model.addAttribute(
                "counties",
                Counties.choices(certificate.city(), places.counties(certificate.city().code())));
        model.addAttribute(
                "grounds",
                Stream.of(Ground.values())
                        .map(each -> new Choice(each.name(), word(each)))
                        .toList());
        model.addAttribute("here", here);
        model.addAttribute(
                "crumbs",
                List.of(
                        CertificateController.home(actor),
                        CertificateController.LIST,
                        Crumb.named(here, certificate.issue().number()),
                        new Crumb(here, "page.certificate." + step)));
        return certificate;
    }

    private String word(Ground ground) {
        return messages.getMessage("word.Ground." + ground, null, Locale.CHINA);
    }

    private static String done(CertificateId id, String step, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Notice.ok("page.certificate." + step + ".done"));
        return "redirect:" + CertificateController.PATH + "/" + id;
    }
}
