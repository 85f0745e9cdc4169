package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import java.util.Optional;

/**
 * 考试改期: in which session somebody sits who registered in another. Answered by the stage that moved
 * them.
 */
public interface ExamMoved {
    /** Empty for whoever sits on the day of the session they registered in. */
    Optional<SessionId> to(SessionId session, ApplicationId application);
}
