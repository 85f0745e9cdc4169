package cn.jiping.shared;

import java.util.regex.Pattern;

/**
 * 行政区划代码: six digits of GB/T 2260, or, for an authority without one (长白山管委会), a code of our own
 * with an L in third place. Carries no hierarchy: never compare prefixes.
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {
    private static final Pattern FORM = Pattern.compile("\\d{6}|\\d{2}L\\d{3}");

    public DivisionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a division code: " + value);
        }
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
