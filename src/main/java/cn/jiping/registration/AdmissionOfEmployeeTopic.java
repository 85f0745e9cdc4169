package cn.jiping.registration;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 能否在本单位参评. */
@Component
class AdmissionOfEmployeeTopic implements DecisionTopic<AdmissionOfEmployeeTopic.Facts> {

    /** 参评的事实: the body, the person's relation to it, and what they can show. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            BodyType bodyType,
            LocalDate on,
            AdmissionTerms.Relation relation,
            AdmissionTerms.@Nullable Insurer insuredBy,
            @Nullable LocalDate onPostSince,
            @Nullable Boolean contract,
            @Nullable Boolean dispatchAgreement) {

        AdmissionRule.Shown shown() {
            return new AdmissionRule.Shown(insuredBy, onPostSince, contract, dispatchAgreement);
        }
    }

    @Override
    public String name() {
        return "admission-of-employee";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(AdmissionTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "bodyType", "EMPLOYER",
                "on", "2024-03-01",
                "relation", "DISPATCHED",
                "insuredBy", "AGENCY",
                "onPostSince", "2023-11-01",
                "contract", "true",
                "dispatchAgreement", "true");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on());
        var rule = AdmissionRule.of(law, facts.bodyType(), facts.relation());
        var admission = rule.judge(facts.relation(), facts.shown(), facts.on());
        return Answer.of(admission.ruling(), facts.on())
                .with("proofs", admission.proofs())
                .with(
                        "ifUnverified",
                        admission.ifUnverified().isEmpty() ? null : admission.ifUnverified())
                .with("from", admission.from());
    }
}
