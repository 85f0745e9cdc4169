package cn.jiping.catalog;

import java.util.regex.Pattern;

/** 职业编码, as printed in the national classification of occupations, such as 6-18-02-04. */
public record OccupationCode(String value) {
    private static final Pattern FORM = Pattern.compile("\\d(-\\d{2}){3}");

    public OccupationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an occupation code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
