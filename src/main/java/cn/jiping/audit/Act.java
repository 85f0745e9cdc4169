package cn.jiping.audit;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 行为: what was done to what, with the values before and after. Built with {@link #of}; values are
 * the personal payload, which lies apart from the sealed record and can be erased.
 */
public record Act(
        String code,
        String subjectType,
        String subjectId,
        @Nullable DivisionCode division,
        @Nullable BodyId body,
        Map<String, String> before,
        Map<String, String> after,
        @Nullable String reason) {

    public Act {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Such as {@code Act.of("account.created", "account", id)}. */
    public static Act of(String code, String subjectType, Object subjectId) {
        return new Act(
                code, subjectType, subjectId.toString(), null, null, Map.of(), Map.of(), null);
    }

    public Act in(@Nullable DivisionCode place) {
        return new Act(code, subjectType, subjectId, place, body, before, after, reason);
    }

    public Act at(@Nullable BodyId place) {
        return new Act(code, subjectType, subjectId, division, place, before, after, reason);
    }

    /** Adds one changed value; null on a side means it did not exist there. */
    public Act changing(String field, @Nullable Object from, @Nullable Object to) {
        var was = new TreeMap<>(before);
        var is = new TreeMap<>(after);
        if (from != null) {
            was.put(field, from.toString());
        }
        if (to != null) {
            is.put(field, to.toString());
        }
        return new Act(code, subjectType, subjectId, division, body, was, is, reason);
    }

    public Act because(@Nullable String why) {
        return new Act(code, subjectType, subjectId, division, body, before, after, why);
    }
}
