package cn.jiping.certificate;

import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 核验结果: what anybody may learn of a certificate. Without a match it tells nothing, not even whether
 * the number exists.
 */
public record Verification(
        Outcome outcome, Why why, @Nullable Shown certificate, Instant checkedAt) {

    /** 核验结论. */
    public enum Outcome {
        /** 有效. */
        VALID,
        /** 无效. */
        NOT_VALID,
        /** 无法核验: proves nothing either way. */
        NOT_CHECKED
    }

    /** 原因. */
    public enum Why {
        /** 与发证记录一致，没有撤销或换发. */
        IN_FORCE(Outcome.VALID),
        /** 已撤销. */
        REVOKED(Outcome.NOT_VALID),
        /** 已换发: another copy stands for it now. */
        REPLACED(Outcome.NOT_VALID),
        /** 没有相符的发证记录. */
        NO_MATCH(Outcome.NOT_VALID),
        /** 不是本平台的编号: others issued it. */
        NOT_OURS(Outcome.NOT_CHECKED);

        private final Outcome outcome;

        Why(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    /**
     * The certificate, the holder's name masked.
     *
     * @param token leads to the signed statement
     */
    public record Shown(
            String number,
            String holder,
            String occupation,
            SkillLevel level,
            String issuer,
            LocalDate issuedOn,
            @Nullable Ended ended,
            String token) {}

    /** Since when it is not valid any more; for a revocation also for what and by which clause. */
    public record Ended(
            LocalDate on, RevocationTerms.@Nullable Ground ground, @Nullable Source source) {}

    static Verification nothing(Why why, Instant at) {
        return new Verification(why.outcome, why, null, at);
    }

    static Verification of(Certificate certificate, Instant at) {
        var fate = certificate.fate();
        var why =
                switch (fate.status()) {
                    case ISSUED -> Why.IN_FORCE;
                    case REVOKED -> Why.REVOKED;
                    case REPLACED -> Why.REPLACED;
                };
        return new Verification(why.outcome, why, shown(certificate), at);
    }

    private static Shown shown(Certificate certificate) {
        var facts = certificate.facts();
        var issue = facts.issue();
        return new Shown(
                issue.number(),
                masked(facts.holder().name()),
                facts.skill().occupation(),
                facts.skill().level(),
                issue.issuer().name(),
                issue.on(),
                ended(certificate.fate()),
                issue.token());
    }

    private static @Nullable Ended ended(Certificate.Fate fate) {
        var ending = fate.ending();
        if (ending == null) {
            return null;
        }
        var revocation = fate.status() == CertificateStatus.REVOKED ? fate.revocation() : null;
        return new Ended(
                ending.on(),
                revocation == null ? null : revocation.ground(),
                revocation == null ? null : revocation.source());
    }

    /** The first character stays, so that one knows oneself: 水**. */
    static String masked(String name) {
        var first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    public boolean valid() {
        return outcome == Outcome.VALID;
    }
}
