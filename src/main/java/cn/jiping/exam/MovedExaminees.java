package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ExamMoved;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says where somebody sits whose group was moved to a day of its own. */
@Component
class MovedExaminees implements ExamMoved {
    private final RosterStore store;

    MovedExaminees(RosterStore store) {
        this.store = store;
    }

    @Override
    public Optional<SessionId> to(SessionId session, ApplicationId application) {
        return store.loadMovedTo(session, application.value());
    }
}
