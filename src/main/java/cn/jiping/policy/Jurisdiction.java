package cn.jiping.policy;

import java.util.regex.Pattern;

/** 法域: whose law applies; two digits of GB/T 2260, {@code 00} for the whole country. */
public record Jurisdiction(String value) implements Comparable<Jurisdiction> {
    private static final Pattern FORM = Pattern.compile("\\d{2}");

    /** 全国. */
    public static final Jurisdiction NATIONAL = new Jurisdiction("00");

    public Jurisdiction {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a jurisdiction: " + value);
        }
    }

    @Override
    public int compareTo(Jurisdiction other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
