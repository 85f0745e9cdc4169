package cn.jiping.payment;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 统考上缴多少. */
@Component
class SettlementTopic implements DecisionTopic<SettlementTopic.Facts> {

    /** 上缴的事实: the candidates finally confirmed. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on, @Within int persons) {}

    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(SettlementTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-10-23", "persons", "1234");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(SettlementTerms.class);
        return Answer.of("amount", new SettlementRule(law).amount(facts.persons()), facts.on());
    }
}
