package cn.jiping.exam;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.policy.Policies;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.LaterWithdrawal;
import cn.jiping.registration.Term;
import cn.jiping.shared.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets those withdraw whose examination was moved because too few would have sat for it. */
@Component
class WithdrawalAfterChange implements LaterWithdrawal {
    private static final Actor PROGRAM = Actor.program("exam.groups");

    private final ChangedExamStore store;
    private final GroupLimits limits;
    private final GroupNotices notices;
    private final ExamSessions sessions;
    private final Policies policies;

    WithdrawalAfterChange(
            ChangedExamStore store,
            GroupLimits limits,
            GroupNotices notices,
            ExamSessions sessions,
            Policies policies) {
        this.store = store;
        this.limits = limits;
        this.notices = notices;
        this.sessions = sessions;
        this.policies = policies;
    }

    @Override
    public Optional<Offer> offered(SessionId session, ApplicationId application) {
        return store.loadChanged(session, application.value())
                .map(changed -> offer(session, changed));
    }

    private Offer offer(SessionId session, ChangedExam changed) {
        var view = sessions.find(PROGRAM, session);
        var terms =
                policies.book()
                        .in(view.heading().jurisdiction(), view.days().theoryOn())
                        .require(SmallGroupTerms.class);
        return new Offer(
                notices.said(view, changed),
                limits.of(view).orElseThrow().source(),
                new Term(changed.withdrawUntil(), terms.source()));
    }
}
