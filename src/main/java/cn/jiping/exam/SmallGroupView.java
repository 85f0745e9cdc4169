package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 不足人数的组详情.
 *
 * @param candidates while it waits: how many they are now; later: how many they were
 * @param dueOn the last day of the step that waits
 * @param returned why the proposal was sent back
 */
public record SmallGroupView(
        SessionId session,
        UUID id,
        Entry.City city,
        String occupation,
        SkillLevel level,
        int candidates,
        SmallGroupStatus status,
        Instant openedAt,
        LocalDate dueOn,
        @Nullable Step proposed,
        @Nullable String returned,
        @Nullable Step decided,
        int version) {

    /** 一步: what, why and by whom. */
    public record Step(GroupMeasure measure, String reason, Signature by) {
        static @Nullable Step of(SmallGroup.@Nullable Signed signed) {
            return signed == null ? null : new Step(signed.measure(), signed.reason(), signed.by());
        }
    }

    static SmallGroupView of(SmallGroup group) {
        var key = group.key();
        var course = group.course();
        var steps = group.steps();
        return new SmallGroupView(
                key.session(),
                group.id(),
                group.city(),
                key.occupation(),
                key.level(),
                group.candidates(),
                course.status(),
                course.openedAt(),
                course.dueOn(),
                Step.of(steps.proposed()),
                steps.returned(),
                Step.of(steps.decided()),
                group.version());
    }
}
