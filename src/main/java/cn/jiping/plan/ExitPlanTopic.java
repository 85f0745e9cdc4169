package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 职业退出前后，鉴定计划能不能实施. */
@Component
class ExitPlanTopic implements DecisionTopic<ExitPlanTopic.Facts> {

    /** 鉴定计划的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            String occupation,
            LocalDate announcedOn,
            LocalDate examOn,
            boolean resitOnly) {}

    @Override
    public String name() {
        return "exit-plan";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(Catalogue.STANDING_PAGES.stream(), Stream.of(AfterExitTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "occupation", "车工",
                "announcedOn", "2020-10-10",
                "examOn", "2020-12-30",
                "resitOnly", "true");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.examOn().isBefore(facts.announcedOn())) {
            throw InvalidInput.of("examOn", "plan.exam-before-announcement");
        }
        var standing =
                Catalogue.in(book)
                        .standing(facts.jurisdiction(), facts.occupation(), facts.examOn());
        var law = book.in(facts.jurisdiction(), facts.examOn()).require(AfterExitTerms.class);
        var rule = new ExitPlanRule(law);
        var plan = new ExitPlanRule.Plan(facts.announcedOn(), facts.examOn(), facts.resitOnly());
        return Answer.of(rule.judge(standing, plan), facts.examOn())
                .with("latestExamOn", rule.latestExam(standing.value(), plan));
    }
}
