package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** 待办拒绝: why a task was not taken, passed on or finished. */
public final class TaskRefused extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(BusinessClock.ZONE);

    private TaskRefused(String code, Object... arguments) {
        super(code, null, arguments);
    }

    static TaskRefused claimedBy(String name, Instant at) {
        return new TaskRefused("task.claimed", name, MOMENT.format(at));
    }

    static TaskRefused ended(String name, Instant at) {
        return new TaskRefused("task.ended", name, MOMENT.format(at));
    }

    static TaskRefused notClaimed() {
        return new TaskRefused("task.not-claimed");
    }

    static TaskRefused notAColleague() {
        return new TaskRefused("task.not-a-colleague");
    }

    static TaskRefused noOfficeThere() {
        return new TaskRefused("task.no-office-there");
    }

    static TaskRefused nothingToTakeBack() {
        return new TaskRefused("task.nothing-to-take-back");
    }

    static TaskRefused closedByItsModule() {
        return new TaskRefused("task.closed-by-its-module");
    }
}
