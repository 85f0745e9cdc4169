package cn.jiping.plan;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 窗口判定: first and last day included; null where there is no such limit. */
record WindowRule(@Nullable LocalDate from, @Nullable LocalDate until, Source source) {

    Ruling judge(SessionWindow window, LocalDate on) {
        if (from != null && on.isBefore(from)) {
            return Ruling.notMet(Reason.of(SessionReason.NOT_OPEN_YET, source, window, from));
        }
        if (until == null) {
            return Ruling.met(Reason.of(SessionReason.OPEN_WITHOUT_END, source, window));
        }
        return on.isAfter(until)
                ? Ruling.notMet(Reason.of(SessionReason.OVER, source, window, until))
                : Ruling.met(Reason.of(SessionReason.OPEN_UNTIL, source, window, until));
    }
}
