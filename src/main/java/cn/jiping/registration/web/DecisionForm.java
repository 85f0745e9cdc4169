package cn.jiping.registration.web;

import cn.jiping.registration.Material;
import cn.jiping.registration.Needed;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.ReviewDraft.Found;
import cn.jiping.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 审核意见表: one row for each material, with what is wrong with it, if anything. */
record DecisionForm(
        @Nullable String outcome,
        @Nullable String conditionNotMet,
        @Nullable List<Row> found,
        @Nullable String note,
        @Nullable String sure,
        @Nullable Integer version) {
    DecisionForm {
        found = found == null ? List.of() : found.stream().filter(Objects::nonNull).toList();
    }

    /** 一份材料. */
    record Row(@Nullable String material, @Nullable String fault) {}

    static DecisionForm of(List<Needed> materials, int version) {
        return new DecisionForm(
                null,
                null,
                materials.stream().map(needed -> new Row(needed.material().name(), null)).toList(),
                null,
                null,
                version);
    }

    /**
     * @throws InvalidInput if no outcome is chosen
     */
    ReviewDraft draft() {
        var chosen =
                Fields.find(outcome, Outcome.class)
                        .orElseThrow(() -> InvalidInput.of("outcome", "registration.outcome"));
        var faults = new ArrayList<Found>();
        if ("true".equals(conditionNotMet)) {
            faults.add(new Found(Fault.CONDITION_NOT_MET, null));
        }
        Objects.requireNonNull(found).forEach(row -> add(row, faults));
        return new ReviewDraft(chosen, faults, Objects.requireNonNullElse(note, ""));
    }

    private static void add(Row row, List<Found> faults) {
        var material = Fields.find(row.material(), Material.class);
        Fields.find(row.fault(), Fault.class)
                .filter(fault -> fault != Fault.CONDITION_NOT_MET)
                .ifPresent(fault -> material.ifPresent(what -> faults.add(new Found(fault, what))));
    }

    /** What cannot be undone is asked about first. */
    boolean mustBeSure() {
        return Outcome.REFUSED.name().equals(outcome) && !"true".equals(sure);
    }
}
