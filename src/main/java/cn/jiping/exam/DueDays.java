package cn.jiping.exam;

import cn.jiping.plan.SessionView;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.Policies;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Unanswerable;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 报送期限: what is to be entered counts back from the day of theory; answer sheets count from the day
 * of the written examination, practical scores from the last day on which they may be taken.
 */
@Component
class DueDays {
    private final Policies policies;
    private final SittingWindows windows;

    DueDays(Policies policies, SittingWindows windows) {
        this.policies = policies;
        this.windows = windows;
    }

    /** Empty where nothing says until when. */
    Optional<Finding<LocalDate>> find(SessionView session, ExamDue due) {
        try {
            return Optional.of(of(session, due));
        } catch (Unanswerable _) {
            return Optional.empty();
        }
    }

    Finding<LocalDate> of(SessionView session, ExamDue due) {
        var event =
                switch (due) {
                    case PRACTICAL_ARRANGEMENT -> session.days().theoryOn();
                    case ANSWER_SHEETS -> session.days().examOn().getLast();
                    case PRACTICAL_SCORES -> windows.lastDay(session).value();
                };
        return new Deadlines(policies.book(), session.heading().jurisdiction())
                .due(due.deadline(), ExamMode.UNIFIED, event);
    }
}
