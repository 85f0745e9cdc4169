package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * 考试场次: in which session the holder of a registration sits: in the one they registered in, or on
 * another day.
 */
@Service
public class SittingSessions {
    private final ObjectProvider<ExamMoved> moved;

    SittingSessions(ObjectProvider<ExamMoved> moved) {
        this.moved = moved;
    }

    public SessionId of(SessionId registered, ApplicationId application) {
        return moved.stream()
                .map(exam -> exam.to(registered, application))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(registered);
    }
}
