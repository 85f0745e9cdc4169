package cn.jiping.institution;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 跨地区认定的计划能否发布. */
@Component
class CrossRegionTopic implements DecisionTopic<CrossRegionTopic.Facts> {

    /** 跨地区认定的事实: whose body it is, and which steps are done. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            BodyLevel bodyLevel,
            boolean siteAssessed,
            boolean siteCentreConsent,
            boolean supervisorSent,
            boolean cityConsent) {

        Set<CrossRegionStep> done() {
            var done = EnumSet.allOf(CrossRegionStep.class);
            done.removeIf(step -> !isDone(step));
            return done;
        }

        private boolean isDone(CrossRegionStep step) {
            return switch (step) {
                case SITE_ASSESSED -> siteAssessed;
                case SITE_CENTRE_CONSENT -> siteCentreConsent;
                case SUPERVISOR_SENT -> supervisorSent;
                case CITY_CONSENT -> cityConsent;
            };
        }
    }

    @Override
    public String name() {
        return "cross-region-approval";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CrossRegionTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2024-01-10",
                "bodyLevel", "PROVINCIAL",
                "siteAssessed", "true",
                "siteCentreConsent", "true",
                "supervisorSent", "true",
                "cityConsent", "false");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on()).require(CrossRegionTerms.class);
        var rule = new CrossRegionRule(law);
        var answer = Answer.of(rule.judge(facts.bodyLevel(), facts.done()), facts.on());
        return rule.open(facts.bodyLevel())
                ? answer.with(
                        "missing",
                        rule.missing(facts.done()).stream().map(r -> r.step().fact()).toList())
                : answer;
    }
}
