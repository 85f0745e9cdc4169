package cn.jiping.certificate.web;

import cn.jiping.certificate.CertificateVerifications;
import cn.jiping.certificate.SignedStatement;
import cn.jiping.certificate.Verification;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 核验接口: the same as the page, for programs; and signed statements to keep. */
@RestController
@RequestMapping("/api/v1/certificates")
class CertificateVerificationApiController {
    private final CertificateVerifications verifications;
    private final VerificationLimit limit;
    private final MessageSource messages;

    CertificateVerificationApiController(
            CertificateVerifications verifications,
            VerificationLimit limit,
            MessageSource messages) {
        this.verifications = verifications;
        this.limit = limit;
        this.messages = messages;
    }

    /** What was found out, why in words, and the certificate where there is one. */
    record Answer(
            Verification.Outcome outcome,
            Verification.Why reason,
            String message,
            @Nullable Shown certificate,
            Instant checkedAt) {}

    /** The certificate; the holder's name masked. */
    record Shown(
            String number,
            String holder,
            String occupation,
            String level,
            String issuer,
            LocalDate issuedOn,
            @Nullable LocalDate endedOn,
            @Nullable String ground,
            @Nullable Source source,
            String statement) {}

    @GetMapping("/{number}/verification")
    ResponseEntity<Answer> verify(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String tail) {
        var verification = limit.counting(request, () -> by(number, name, tail));
        return fresh(
                new Answer(
                        verification.outcome(),
                        verification.why(),
                        messages.getMessage(
                                "certificate.verified." + verification.why(), null, Locale.CHINA),
                        shown(verification.certificate()),
                        verification.checkedAt()));
    }

    private Verification by(String number, @Nullable String name, @Nullable String tail) {
        if (name != null && tail == null) {
            return verifications.byName(number, name);
        }
        if (tail != null && name == null) {
            return verifications.byDocument(number, tail);
        }
        throw InvalidInput.of("name", "certificate.holder");
    }

    private static @Nullable Shown shown(Verification.@Nullable Shown certificate) {
        if (certificate == null) {
            return null;
        }
        var ended = certificate.ended();
        var ground = ended == null ? null : ended.ground();
        return new Shown(
                certificate.number(),
                certificate.holder(),
                certificate.occupation(),
                certificate.level().code(),
                certificate.issuer(),
                certificate.issuedOn(),
                ended == null ? null : ended.on(),
                ground == null ? null : ground.name(),
                ended == null ? null : ended.source(),
                "/api/v1/certificates/statements/" + certificate.token());
    }

    /**
     * @throws NotFound if the token is none
     */
    @GetMapping("/statements/{token}")
    ResponseEntity<SignedStatement> statement(@PathVariable String token) {
        return fresh(
                verifications.statement(token).orElseThrow(() -> new NotFound("statement", token)));
    }

    /** A revocation counts at once. */
    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
