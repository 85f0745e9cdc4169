package cn.jiping.certificate;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 什么情形撤销证书. */
@Component
class RevocationTopic implements DecisionTopic<RevocationTopic.Facts> {

    /** 撤销的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            RevocationTerms.Ground ground) {}

    @Override
    public String name() {
        return "certificate-revocation";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(RevocationTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-12-10", "ground", "FALSE_APPLICATION");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(RevocationTerms.class);
        return Answer.of(
                Ruling.met(
                        Reason.of(
                                CertificateReason.REVOKES,
                                law.terms().of(facts.ground()),
                                facts.ground())),
                facts.on());
    }
}
