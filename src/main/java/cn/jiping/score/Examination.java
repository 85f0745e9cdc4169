package cn.jiping.score;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.ExamDues;
import cn.jiping.exam.ExamOutcomes;
import cn.jiping.exam.Outcome;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.Subject;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 一市的考试: who sat where, who was absent or voided, and what the city owes in scores. */
@Component
class Examination {
    private final Arrangements arrangements;
    private final ExamOutcomes outcomes;
    private final ExamDues dues;

    Examination(Arrangements arrangements, ExamOutcomes outcomes, ExamDues dues) {
        this.arrangements = arrangements;
        this.outcomes = outcomes;
        this.dues = dues;
    }

    /**
     * @throws NotFound if the city lies outside the actor's scope, or nobody sits there
     */
    void require(Actor actor, SessionId session, DivisionCode city) {
        arrangements.find(actor, session, city);
    }

    List<SeatView> seats(Actor actor, SessionId session, DivisionCode city) {
        return arrangements.seats(actor, session, city);
    }

    /** Why somebody has no score, by examinee. */
    Outcomes outcomes(Actor actor, SessionId session, DivisionCode city) {
        return new Outcomes(outcomes.of(actor, session, city));
    }

    /** What the day of the examination fixed. */
    record Outcomes(Map<UUID, Map<Subject, Outcome>> all) {
        Optional<Outcome> of(UUID examinee, ScoredSubject subject) {
            return Optional.ofNullable(
                    all.getOrDefault(examinee, Map.of()).get(Subject.valueOf(subject.name())));
        }
    }

    void practicalScoresReported(Actor actor, SessionId session, DivisionCode city) {
        dues.practicalScoresReported(actor, session, city);
    }
}
