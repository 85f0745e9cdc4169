package cn.jiping.plan;

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

/** 人数够不够单独开考. */
@Component
class GroupSizeTopic implements DecisionTopic<GroupSizeTopic.Facts> {

    /** 开考人数的事实: applicants for one occupation and level. */
    record Facts(@Default("33") Jurisdiction jurisdiction, LocalDate on, @Within int applicants) {}

    @Override
    public String name() {
        return "group-size";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(GroupSizeTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-10-23", "applicants", "9");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(GroupSizeTerms.class);
        return Answer.of(new GroupSizeRule(law).judge(facts.applicants()), facts.on())
                .with("threshold", law.terms().threshold());
    }
}
