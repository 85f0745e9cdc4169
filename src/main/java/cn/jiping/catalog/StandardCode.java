package cn.jiping.catalog;

import java.util.regex.Pattern;

/** 标准版本: the edition of a standard whose conditions are asked, such as NATIONAL-2023. */
public record StandardCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{1,40}");

    public StandardCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of a standard: " + value);
        }
    }
}
