package cn.jiping.catalog;

import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 状态沿革: how an occupation stood from a day until another, and what was open to it; without a
 * standing no document says it for that time. The last has no end.
 */
public record Phase(
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Standing standing,
        @Nullable EvaluationKind kind,
        List<Reason> reasons) {
    public Phase {
        reasons = List.copyOf(reasons);
    }

    public OccupationFilter.Status status() {
        return OccupationFilter.Status.of(standing);
    }

    /** What it rests on, each once. */
    public List<Source> sources() {
        return reasons.stream().map(Reason::source).distinct().toList();
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean sameAs(Phase other) {
        return Objects.equals(standing, other.standing)
                && kind == other.kind
                && reasons.equals(other.reasons);
    }

    Phase until(@Nullable LocalDate end) {
        return new Phase(from, end, standing, kind, reasons);
    }
}
