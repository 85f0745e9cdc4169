package cn.jiping.itembank;

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

/** 试卷可以启用吗. */
@Component
class PaperReuseTopic implements DecisionTopic<PaperReuseTopic.Facts> {

    /** 试卷启用的事实: where the paper comes from and what happened to it so far. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            PaperOrigin origin,
            @Within int timesUsed,
            boolean expertReviewed,
            boolean filed) {}

    @Override
    public String name() {
        return "paper-reuse";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(PaperTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "origin", "SELF_WRITTEN",
                "timesUsed", "1",
                "expertReviewed", "true",
                "filed", "true");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(PaperTerms.class);
        var ruling =
                new PaperRule(law)
                        .judge(
                                facts.origin(),
                                facts.timesUsed(),
                                facts.expertReviewed(),
                                facts.filed());
        return Answer.of(ruling, facts.on());
    }
}
