package cn.jiping.payment;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 一科收多少. */
@Component
class FeeTopic implements DecisionTopic<FeeTopic.Facts> {

    /** 收费的事实: what is taken at which level, and when that was announced. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate announcedOn,
            SkillLevel level,
            FeeItem item) {}

    @Override
    public String name() {
        return "fee";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(FeeTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33", "announcedOn", "2021-07-01", "level", "1", "item", "theory");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.announcedOn());
        var found = new FeeRule(law).lines(facts.level(), Set.of(facts.item()));
        return Answer.of(found.reasons(), facts.announcedOn())
                .with("amount", found.value().getFirst().amount().yuan());
    }
}
