package cn.jiping.score;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 是否合格. The question names no day: it is answered by the law last in force, as of the day that law
 * began.
 */
@Component
class PassTopic implements DecisionTopic<PassTopic.Facts> {

    static final String NAME = "pass";

    /** 合格判定的事实: the level and the scores there are. */
    record Facts(@Default("33") Jurisdiction jurisdiction, SkillLevel level, Scores scores) {}

    /** 各科成绩; a subject without score is left out. */
    record Scores(
            @Nullable @Within BigDecimal theory,
            @Nullable @Within BigDecimal skills,
            @Nullable @Within BigDecimal review) {

        Map<ScoredSubject, BigDecimal> bySubject() {
            var scores = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
            put(scores, ScoredSubject.THEORY, theory);
            put(scores, ScoredSubject.SKILLS, skills);
            put(scores, ScoredSubject.REVIEW, review);
            return scores;
        }

        private static void put(
                Map<ScoredSubject, BigDecimal> scores,
                ScoredSubject subject,
                @Nullable BigDecimal score) {
            if (score != null) {
                scores.put(subject, score);
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(PassTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33", "level", "3", "scores.theory", "60", "scores.skills", "59.5");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), LocalDate.MAX).require(PassTerms.class);
        var scores = facts.scores().bySubject();
        check(facts.level(), scores, law);
        var rule = new PassRule(law);
        var open = rule.open(facts.level(), scores).stream().map(ScoredSubject::code).toList();
        return Answer.of(rule.judge(facts.level(), scores), law.from()).with("open", open);
    }

    private static void check(
            SkillLevel level, Map<ScoredSubject, BigDecimal> scores, InForce<PassTerms> law) {
        if (law.terms().of(level).subjects().isEmpty()) {
            throw InvalidInput.of("level", "score.level-without-exam");
        }
        var fullMark = law.terms().fullMark();
        scores.forEach((subject, score) -> {
            if (score.compareTo(BigDecimal.valueOf(fullMark)) > 0) {
                var field = "scores." + subject.code();
                throw InvalidInput.of(field, "score.above-full-mark", fullMark);
            }
        });
    }
}
