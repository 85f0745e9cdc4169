package cn.jiping.registration;

import cn.jiping.policy.InForce;
import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.registration.AdmissionTerms.Insurer;
import cn.jiping.registration.AdmissionTerms.Proof;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 参评资格: whether a body may take somebody, by their relation to it and what they can show. */
record AdmissionRule(AdmissionTerms.Row row) {

    /**
     * @throws NoRule if no row speaks of that body and relation
     */
    static AdmissionRule of(Law law, BodyType body, AdmissionTerms.Relation relation) {
        InForce<AdmissionTerms> inForce = law.require(AdmissionTerms.class);
        return inForce.terms().rows().stream()
                .filter(row -> row.isFor(body, relation))
                .findFirst()
                .map(AdmissionRule::new)
                .orElseThrow(() -> NoRule.of(law.jurisdiction(), law.on()));
    }

    /** What somebody can show; null where nothing is said of it. */
    record Shown(
            @Nullable Insurer insuredBy,
            @Nullable LocalDate onPostSince,
            @Nullable Boolean contract,
            @Nullable Boolean dispatchAgreement) {}

    /** 结论: the ruling, proofs still needed, those that may be asked for, and from when. */
    record Admission(
            Ruling ruling, List<Proof> proofs, List<Proof> ifUnverified, @Nullable LocalDate from) {
        Admission {
            proofs = List.copyOf(proofs);
            ifUnverified = List.copyOf(ifUnverified);
        }
    }

    Admission judge(AdmissionTerms.Relation relation, Shown shown, LocalDate on) {
        var asks = row.asks();
        if (asks == null) {
            return new Admission(
                    Ruling.notMet(
                            Reason.of(RegistrationReason.NOT_OF_BODY, row.source(), relation)),
                    List.of(),
                    List.of(),
                    null);
        }
        var judging = new Judging(asks, row.source());
        judging.insurance(shown.insuredBy());
        judging.papers(shown);
        judging.post(shown.onPostSince(), on);
        return judging.admission();
    }

    /** One person's case, gathering what speaks against it. */
    private static final class Judging {
        private final AdmissionTerms.Asks asks;
        private final Source source;
        private final List<Proof> proofs = new ArrayList<>();
        private final List<Reason> against = new ArrayList<>();
        private final List<Reason> besides = new ArrayList<>();
        private @Nullable LocalDate from;
        private boolean onlyTimeLacks = true;

        Judging(AdmissionTerms.Asks asks, Source source) {
            this.asks = asks;
            this.source = source;
        }

        void insurance(@Nullable Insurer insuredBy) {
            if (asks.insuredBy() == null || asks.insuredBy() == insuredBy) {
                return;
            }
            if (insuredBy == Insurer.NONE && asks.uninsured() != null) {
                proofs.addAll(asks.uninsured());
                besides.add(
                        Reason.of(RegistrationReason.UNINSURED_PROOFS, source, asks.uninsured()));
            } else if (insuredBy == null) {
                lacks(Proof.SOCIAL_INSURANCE);
            } else {
                onlyTimeLacks = false;
                proofs.add(Proof.SOCIAL_INSURANCE);
                against.add(
                        Reason.of(RegistrationReason.INSURED_ELSEWHERE, source, asks.insuredBy()));
            }
        }

        void papers(Shown shown) {
            if (asks.contract() && !Objects.equals(shown.contract(), true)) {
                lacks(Proof.CONTRACT);
            }
            if (asks.dispatchAgreement() && !Objects.equals(shown.dispatchAgreement(), true)) {
                lacks(Proof.DISPATCH_AGREEMENT);
            }
        }

        void post(@Nullable LocalDate since, LocalDate on) {
            var term = asks.onPostFor();
            if (term == null) {
                return;
            }
            if (since == null) {
                lacks(Proof.ON_POST_PROOF);
                return;
            }
            var reached = since.plus(term);
            if (on.isBefore(reached)) {
                from = reached;
                against.add(Reason.of(RegistrationReason.NOT_LONG_ON_POST, source, term, reached));
            }
        }

        private void lacks(Proof proof) {
            onlyTimeLacks = false;
            proofs.add(proof);
            against.add(Reason.of(RegistrationReason.PROOF_MISSING, source, proof));
        }

        Admission admission() {
            var unverified = asks.ifUnverified() == null ? List.<Proof>of() : asks.ifUnverified();
            if (!against.isEmpty()) {
                against.addAll(besides);
                return new Admission(
                        new Ruling.NotMet(against),
                        proofs.stream().distinct().toList(),
                        List.of(),
                        onlyTimeLacks ? from : null);
            }
            var reasons = new ArrayList<Reason>();
            reasons.add(Reason.of(RegistrationReason.ADMITTED, source));
            reasons.addAll(besides);
            if (!unverified.isEmpty()) {
                reasons.add(Reason.of(RegistrationReason.IF_UNVERIFIED, source, unverified));
            }
            return new Admission(new Ruling.Met(reasons), proofs, unverified, null);
        }
    }
}
