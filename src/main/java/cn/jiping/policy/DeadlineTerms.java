package cn.jiping.policy;

import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 期限: by when something is due, counted from an event. */
@LawPage(
        path = "policy/deadline",
        governedBy = GoverningDate.EVENT,
        in = {"33", "22"})
public record DeadlineTerms(List<Row> rows) implements Terms {
    public DeadlineTerms {
        rows = List.copyOf(rows);
    }

    /**
     * One term: so many working days or a period after the event, or a day in the calendar. No
     * modes: the way of examination does not matter. With an event: for that one only.
     */
    public record Row(
            Deadline what,
            @Nullable Set<ExamMode> modes,
            @Nullable LocalDate event,
            @Nullable Integer workingDays,
            @Nullable Period period,
            @Nullable LocalDate day,
            Source source) {
        public Row {
            modes = modes == null ? null : Set.copyOf(modes);
            if (Stream.of(workingDays != null, period != null, day != null).filter(b -> b).count()
                    != 1) {
                throw new IllegalArgumentException("A term is counted in exactly one way");
            }
        }

        boolean isFor(ExamMode mode) {
            return modes == null || modes.contains(mode);
        }

        boolean isForEveryMode() {
            return Stream.of(ExamMode.values()).allMatch(this::isFor);
        }

        boolean isFor(LocalDate asked) {
            return event == null || event.equals(asked);
        }
    }
}
