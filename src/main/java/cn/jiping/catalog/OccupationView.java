package cn.jiping.catalog;

import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 职业及其目录状态: an occupation in one place on one day. Without a standing no document says it for that
 * day, without a kind none says what is open. {@code leavesOn}: the day a batch is arranged to
 * leave on, as long as it is still in. {@code code}: where one is known.
 */
public record OccupationView(
        int number,
        Occupation occupation,
        @Nullable CodeOfOccupation code,
        @Nullable Standing standing,
        @Nullable LocalDate leavesOn,
        @Nullable EvaluationKind kind,
        List<Reason> reasons) {
    public OccupationView {
        reasons = List.copyOf(reasons);
    }

    public OccupationFilter.Status status() {
        return OccupationFilter.Status.of(standing);
    }

    /** What it rests on, each once. */
    public List<Source> sources() {
        return reasons.stream().map(Reason::source).distinct().toList();
    }

    /** The day it left, or is to leave; nothing where none is arranged. */
    public @Nullable LocalDate exit() {
        return standing == null || standing.exitedOn() == null ? leavesOn : standing.exitedOn();
    }
}
