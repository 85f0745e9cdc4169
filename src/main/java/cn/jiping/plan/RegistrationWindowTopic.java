package cn.jiping.plan;

import cn.jiping.policy.Answer;
import cn.jiping.policy.CountingTerms;
import cn.jiping.policy.Deadline;
import cn.jiping.policy.DeadlineTerms;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 报名窗口. */
@Component
class RegistrationWindowTopic implements DecisionTopic<RegistrationWindowTopic.Facts> {

    /** 报名窗口的事实: a unified session; or daily with the day of the examination. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            SessionCode session,
            @Nullable LocalDate examOn) {}

    @Override
    public String name() {
        return "registration-window";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(CalendarTerms.class, DeadlineTerms.class, CountingTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "session", "2021-10");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        return facts.session().equals(SessionCode.DAILY)
                ? daily(facts, book)
                : unified(facts, book);
    }

    private static Answer daily(Facts facts, LawBook book) {
        var examOn = facts.examOn();
        if (examOn == null) {
            throw InvalidInput.of("examOn", "plan.daily-needs-day");
        }
        var due =
                new Deadlines(book, facts.jurisdiction())
                        .due(Deadline.DAILY_REGISTRATION, ExamMode.DAILY, examOn);
        return Answer.of("closesOn", due, examOn);
    }

    private static Answer unified(Facts facts, LawBook book) {
        var calendar = SessionCalendar.of(book, facts.jurisdiction(), facts.session());
        var examOn = calendar.session().examOn();
        if (facts.examOn() != null && !examOn.contains(facts.examOn())) {
            throw InvalidInput.of("examOn", "plan.not-a-day-of-session", examOn);
        }
        var windows = calendar.session().windows();
        return Answer.of(calendar.reasons(), examOn.getFirst())
                .with("opensOn", windows.opensOn())
                .with("closesOn", windows.closesOn())
                .with("reviewUntil", windows.reviewUntil())
                .with("payUntil", windows.payUntil())
                .with("ticketFrom", windows.ticketFrom())
                .with("ticketUntil", windows.ticketUntil())
                .with("examOn", examOn);
    }
}
