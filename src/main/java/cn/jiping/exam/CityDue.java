package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 市里的一项报送.
 *
 * @param metAt when it was done; null while it is not
 */
public record CityDue(
        DivisionCode city, ExamDue what, LocalDate dueOn, Source source, @Nullable Instant metAt) {
    /** 24:00 of the last day. */
    public Instant until() {
        return BusinessClock.endOf(dueOn);
    }

    /** Whether it was, or by now is, too late. */
    public boolean late(Instant now) {
        return !(metAt == null ? now : metAt).isBefore(until());
    }
}
