package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.Deadline;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.Policies;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 签到时段: at its hour for what is written, within the days after theory for what is not. */
@Component
class SittingWindows {
    private final Policies policies;

    SittingWindows(Policies policies) {
        this.policies = policies;
    }

    SittingWindow of(SessionView session, Sitting sitting) {
        return sitting.practical() ? practical(session) : written(session, sitting.subject());
    }

    private SittingWindow written(SessionView session, Subject subject) {
        var day = session.days().theoryOn();
        var law = policies.book().in(session.heading().jurisdiction(), day);
        var starts = starts(session, subject);
        var checkIn = law.find(CheckInTerms.class);
        if (starts.isEmpty() || checkIn.isEmpty()) {
            return new SittingWindow(
                    BusinessClock.startOf(day),
                    null,
                    BusinessClock.endOf(day),
                    session.days().source());
        }
        var rule = new CheckInRule(checkIn.get());
        return new SittingWindow(
                at(day, rule.from(starts.get())),
                at(day, starts.get()),
                at(day, rule.until(starts.get())),
                checkIn.get().source());
    }

    /** By the law of the day; a session on another day keeps the times of the one it belongs to. */
    private Optional<LocalTime> starts(SessionView session, Subject subject) {
        var code = session.heading().code();
        var day = session.onAnotherDay() ? code.month() : session.days().theoryOn();
        return policies.book()
                .in(session.heading().jurisdiction(), day)
                .find(TimesTerms.class)
                .flatMap(times -> times.terms().of(code, subject));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.ZONE).toInstant();
    }

    private SittingWindow practical(SessionView session) {
        var last = lastDay(session);
        return new SittingWindow(
                BusinessClock.startOf(session.days().theoryOn()),
                null,
                BusinessClock.endOf(last.value()),
                last.reasons().getFirst().source());
    }

    /** The last day on which skills may be tested. */
    Finding<LocalDate> lastDay(SessionView session) {
        return new Deadlines(policies.book(), session.heading().jurisdiction())
                .due(Deadline.OFF_DAY_ASSESSMENT, ExamMode.UNIFIED, session.days().theoryOn());
    }
}
