package cn.jiping.registration.web;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Reads what was typed into a form and gathers everything wrong with it before it says so. */
final class Fields {
    private static final int FIRST_YEAR = 1930;

    private final List<InvalidInput.Fault> faults = new ArrayList<>();
    private final LocalDate today;

    Fields(LocalDate today) {
        this.today = today;
    }

    /** A line that must be there. */
    String line(String field, String label, @Nullable String typed, int longest) {
        var plain = plain(typed);
        if (plain.isEmpty()
                || plain.length() > longest
                || plain.chars().anyMatch(Character::isISOControl)) {
            fault(field, "registration.line", named(label), longest);
        }
        return plain;
    }

    static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** One of the constants; the first stands in where none was chosen. */
    <E extends Enum<E>> E one(String field, String label, @Nullable String typed, Class<E> type) {
        var found = find(typed, type);
        if (found.isEmpty()) {
            fault(field, "registration.choose", named(label));
        }
        return found.orElse(type.getEnumConstants()[0]);
    }

    static <E extends Enum<E>> Optional<E> find(@Nullable String typed, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findAny();
    }

    /** What is no session is not said. */
    static @Nullable SessionId session(@Nullable String typed) {
        try {
            return typed == null ? null : SessionId.of(typed);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    boolean yes(String field, String label, @Nullable String typed) {
        if (!"true".equals(typed) && !"false".equals(typed)) {
            fault(field, "registration.choose", named(label));
        }
        return "true".equals(typed);
    }

    /** A day of the past or today. */
    LocalDate day(String field, String label, @Nullable String typed) {
        try {
            var day = LocalDate.parse(plain(typed));
            if (day.isAfter(today) || day.getYear() < FIRST_YEAR) {
                fault(field, "registration.day-ahead", named(label));
            }
            return day;
        } catch (DateTimeException _) {
            fault(field, "registration.day", named(label));
            return today;
        }
    }

    /** What the page calls the field. */
    private static MessageSourceResolvable named(String label) {
        return new DefaultMessageSourceResolvable("page.registration." + label);
    }

    static InvalidInput notChosen(String field, String label) {
        return InvalidInput.of(field, "registration.choose", named(label));
    }

    void fault(String field, String code, Object... arguments) {
        faults.add(new InvalidInput.Fault(field, code, List.of(arguments)));
    }

    /**
     * @throws InvalidInput if anything was wrong
     */
    void requireNone() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
