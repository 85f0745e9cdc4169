package cn.jiping.statistics;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 证书计入哪里的统计. */
@Component
class StatisticsPlaceTopic implements DecisionTopic<StatisticsPlaceTopic.Facts> {

    /**
     * 统计归属的事实. {@code homeDivision} is the place the basis speaks of: of work, of the subsidy
     * claim, of the household; on the basis of the site it is where the body belongs, and decides
     * nothing.
     */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            DivisionCode homeDivision,
            DivisionCode siteDivision,
            StatisticalBasis basis) {}

    @Override
    public String name() {
        return "statistics-place";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(StatisticsTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "homeDivision", "330100",
                "siteDivision", "330200",
                "basis", "SITE");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(StatisticsTerms.class);
        var place =
                new StatisticsRule(law)
                        .place(facts.basis(), facts.homeDivision(), facts.siteDivision());
        return Answer.of("division", place, facts.on()).with("bases", law.terms().known());
    }
}
