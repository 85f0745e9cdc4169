package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.util.Set;
import java.util.TreeSet;

/**
 * 管辖变化: the codes whose cases an office of the place sees before and after an adjustment. Empty
 * means that the place does not exist.
 */
public record Shift(
        DivisionCode place, String name, Set<DivisionCode> before, Set<DivisionCode> after) {

    boolean isReal() {
        return !before.equals(after);
    }

    public Set<DivisionCode> lost() {
        return without(before, after);
    }

    public Set<DivisionCode> gained() {
        return without(after, before);
    }

    private static Set<DivisionCode> without(Set<DivisionCode> all, Set<DivisionCode> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
