package cn.jiping.certificate;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 能不能发证: passed, reviewed to the end, published; nothing less. */
record IssueRule(InForce<IssueTerms> law) {

    /** What is known of the person's examination. */
    record Standing(boolean passed, boolean reviewed, @Nullable LocalDate publishedOn) {}

    Ruling judge(Standing standing, LocalDate on) {
        var lacking =
                Stream.of(
                                standing.passed() ? null : passed(CertificateReason.NOT_PASSED),
                                standing.reviewed() ? null : reviewed(),
                                published(standing.publishedOn(), on))
                        .flatMap(Stream::ofNullable)
                        .toList();
        return lacking.isEmpty()
                ? Ruling.met(passed(CertificateReason.MAY_ISSUE))
                : new Ruling.NotMet(lacking);
    }

    private Reason passed(CertificateReason code) {
        return Reason.of(code, law.terms().passed());
    }

    private Reason reviewed() {
        return Reason.of(CertificateReason.REVIEW_OPEN, law.terms().reviewed());
    }

    private @Nullable Reason published(@Nullable LocalDate publishedOn, LocalDate on) {
        return publishedOn == null || on.isBefore(publishedOn)
                ? Reason.of(CertificateReason.NOT_PUBLISHED, law.terms().published())
                : null;
    }
}
