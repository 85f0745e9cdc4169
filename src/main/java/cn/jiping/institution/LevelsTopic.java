package cn.jiping.institution;

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
import org.springframework.stereotype.Component;

/** 机构可以评价哪些等级. */
@Component
class LevelsTopic implements DecisionTopic<LevelsTopic.Facts> {

    /** 等级的事实. */
    record Facts(@Default("33") Jurisdiction jurisdiction, BodyType bodyType, LocalDate on) {}

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(LevelsTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("bodyType", "EMPLOYER", "on", "2022-04-17");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(LevelsTerms.class);
        return Answer.of("levels", new LevelsRule(law).of(facts.bodyType()), facts.on());
    }
}
