package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateVerifications;
import cn.jiping.certificate.Verification;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Crumb;
import cn.jiping.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 核验证书, for everybody: by what is printed, or by the QR code. */
@Controller
@RequestMapping("/verify")
class CertificateVerificationController {
    private static final Crumb HOME = new Crumb("/", "door.PUBLIC");
    private static final Crumb HERE = new Crumb("/verify", "nav.verify");

    private final CertificateVerifications verifications;
    private final VerificationLimit limit;

    CertificateVerificationController(
            CertificateVerifications verifications, VerificationLimit limit) {
        this.verifications = verifications;
        this.limit = limit;
    }

    /** {@code holder}: the name, or the end of the document number. */
    record VerifyForm(@Nullable String number, @Nullable String holder) {
        static final VerifyForm EMPTY = new VerifyForm(null, null);

        String numberGiven() {
            return Objects.requireNonNullElse(number, "");
        }

        String holderGiven() {
            return Objects.requireNonNullElse(holder, "").strip();
        }
    }

    @GetMapping
    String ask(Model model) {
        return page(VerifyForm.EMPTY, model);
    }

    private String page(VerifyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tail", verifications.tail());
        model.addAttribute("crumbs", List.of(HOME, HERE));
        return "certificate/verify";
    }

    /** Posted, so that no name stands in an address. */
    @PostMapping
    String verify(
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute("form") VerifyForm form,
            BindingResult faults,
            Model model) {
        try {
            show(limit.counting(request, () -> by(form)), model);
        } catch (InvalidInput e) {
            Forms.reject(faults, ofTheForm(e));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("tail", verifications.tail());
        model.addAttribute("crumbs", List.of(HOME, HERE));
        return "certificate/verify";
    }

    private Verification by(VerifyForm form) {
        var holder = form.holderGiven();
        return holder.matches("[0-9]{%d}[0-9Xx]".formatted(verifications.tail() - 1))
                ? verifications.byDocument(form.numberGiven(), holder)
                : verifications.byName(form.numberGiven(), holder);
    }

    /** Name and document number share one field here. */
    private static InvalidInput ofTheForm(InvalidInput given) {
        return new InvalidInput(
                given.faults().stream()
                        .map(fault ->
                                fault.field().equals("number")
                                        ? fault
                                        : new InvalidInput.Fault(
                                                "holder", "certificate.holder", List.of()))
                        .toList());
    }

    @GetMapping("/{token}")
    String scanned(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            Model model) {
        var verification = limit.counting(request, () -> verifications.byToken(token));
        if (verification.why() == Verification.Why.NO_MATCH) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        show(verification, model);
        return page(VerifyForm.EMPTY, model);
    }

    private static void show(Verification verification, Model model) {
        model.addAttribute("verification", verification);
        model.addAttribute("kind", kind(verification.outcome()));
    }

    private static String kind(Verification.Outcome outcome) {
        return switch (outcome) {
            case VALID -> "ok";
            case NOT_VALID -> "no";
            case NOT_CHECKED -> "warn";
        };
    }
}
