package cn.jiping.certificate;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 证书怎样编号. */
@Component
class CertificateNumberTopic implements DecisionTopic<CertificateNumberTopic.Facts> {

    /** 编号的事实: the city that held the examination, and the how manieth certificate it is. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            DivisionCode city,
            SkillLevel level,
            @Within int serial) {}

    @Override
    public String name() {
        return "certificate-number";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(NumberTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2021-11-26",
                "city", "330100",
                "level", "1",
                "serial", "128");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(NumberTerms.class);
        var series = new NumberRule(law).series(facts.on(), facts.city(), facts.level());
        if (facts.serial() < 1 || facts.serial() > series.value().last()) {
            throw InvalidInput.of("serial", "certificate.serial", series.value().last());
        }
        return Answer.of(series.reasons(), facts.on())
                .with("number", series.value().number(facts.serial()));
    }
}
