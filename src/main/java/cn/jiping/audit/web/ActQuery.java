package cn.jiping.audit.web;

import cn.jiping.audit.ActFilter;
import cn.jiping.audit.ActFilter.SubjectFilter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What the list of acts was asked for, as it came. */
public record ActQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String actor,
        @Nullable String code,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String division,
        @Nullable String sort) {
    private static final int LONGEST = 200;
    private static final int DAYS_AT_FIRST = 30;

    /** Where nothing was asked for yet, the last days: all of it is rarely meant. */
    ActQuery orLastDays(LocalDate today) {
        return from == null && to == null && blank(subjectId)
                ? new ActQuery(
                        today.minusDays(DAYS_AT_FIRST).toString(),
                        to,
                        actor,
                        code,
                        subjectType,
                        subjectId,
                        division,
                        sort)
                : this;
    }

    /** Puts a fault at each field that cannot be read. */
    ActFilter read(BindingResult errors) {
        var first = day("from", from, errors);
        var last = day("to", to, errors);
        if (first != null && last != null && first.isAfter(last)) {
            errors.rejectValue("to", "invalid.audit.days");
        }
        return new ActFilter(
                first,
                last,
                text("actor", actor, errors),
                text("code", code, errors),
                new SubjectFilter(
                        text("subjectType", subjectType, errors),
                        text("subjectId", subjectId, errors),
                        text("division", division, errors)),
                null,
                "time".equals(sort));
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String value, BindingResult errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(value.strip());
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        errors.rejectValue(field, "invalid.audit.day");
        return null;
    }

    private static @Nullable String text(
            String field, @Nullable String value, BindingResult errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var stripped = value.strip();
        if (stripped.length() > LONGEST || stripped.indexOf('\0') >= 0) {
            errors.rejectValue(field, "invalid.audit.text");
            return null;
        }
        return stripped;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
