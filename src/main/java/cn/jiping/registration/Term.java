package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;

/** 期限: the last day, which ends at 24:00 China Standard Time, and by what. */
public record Term(LocalDate until, Source source) {
    /** The first instant that is too late. */
    public Instant end() {
        return BusinessClock.endOf(until);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(end());
    }
}
