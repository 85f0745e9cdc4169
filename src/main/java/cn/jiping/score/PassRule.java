package cn.jiping.score;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * 合格判定: passed is who has the pass mark in every subject of the level. A subject without score is
 * open; a score of a subject that the level does not ask for is left aside.
 */
record PassRule(InForce<PassTerms> law) {

    Ruling judge(SkillLevel level, Map<ScoredSubject, BigDecimal> scores) {
        var open = open(level, scores);
        return open.isEmpty()
                ? Ruling.met(Reason.of(ScoreReason.PASSED, law.source(), passMark()))
                : new Ruling.NotMet(
                        open.stream().map(subject -> whyOpen(level, subject, scores)).toList());
    }

    List<ScoredSubject> open(SkillLevel level, Map<ScoredSubject, BigDecimal> scores) {
        return law.terms().of(level).subjects().stream()
                .filter(subject -> !passed(scores, subject))
                .toList();
    }

    private boolean passed(Map<ScoredSubject, BigDecimal> scores, ScoredSubject subject) {
        var score = scores.get(subject);
        return score != null && score.compareTo(BigDecimal.valueOf(passMark())) >= 0;
    }

    private Reason whyOpen(
            SkillLevel level, ScoredSubject subject, Map<ScoredSubject, BigDecimal> scores) {
        var score = scores.get(subject);
        return score == null
                ? Reason.of(
                        ScoreReason.SUBJECT_WITHOUT_SCORE,
                        law.terms().of(level).source(),
                        level,
                        subject)
                : Reason.of(ScoreReason.BELOW_PASS_MARK, law.source(), subject, score, passMark());
    }

    private int passMark() {
        return law.terms().passMark();
    }
}
