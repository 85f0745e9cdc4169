package cn.jiping.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** 批次: a unified session by its year and month, such as 2021-10; or {@code daily}. */
public record SessionCode(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])|daily");

    /** 日常鉴定. */
    public static final SessionCode DAILY = new SessionCode("daily");

    public SessionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a session: " + value);
        }
    }

    /** The first day of the month of a unified session: its law governs the session. */
    public LocalDate month() {
        return YearMonth.parse(value).atDay(1);
    }
}
