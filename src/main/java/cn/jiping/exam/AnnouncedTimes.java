package cn.jiping.exam;

import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SubjectTimes;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Unanswerable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The times of the law in force, for the announcement of a session. */
@Component
class AnnouncedTimes implements SubjectTimes {
    private final ExamTimesTopic topic;
    private final Policies policies;

    AnnouncedTimes(ExamTimesTopic topic, Policies policies) {
        this.topic = topic;
        this.policies = policies;
    }

    @Override
    public List<Reason> of(Jurisdiction jurisdiction, SessionCode session) {
        try {
            return topic.decide(new ExamTimesTopic.Facts(jurisdiction, session), policies.book())
                    .reasons();
        } catch (Unanswerable _) {
            return List.of();
        }
    }
}
