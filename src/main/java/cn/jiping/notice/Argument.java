package cn.jiping.notice;

import cn.jiping.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** 模板参数: a typed value for a text; how it is written follows its type, not the sender. */
public sealed interface Argument {

    /**
     * Words, such as a name. Control characters become spaces; identity and mobile numbers are
     * starred, because what is sent leaves the platform and stays in mailboxes.
     */
    record Text(String value) implements Argument {
        private static final Pattern CONTROL =
                Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
        private static final Pattern PERSONAL_NUMBER =
                Pattern.compile(
                        "(?<![0-9A-Za-z])([1-9]\\d{16}[\\dXx]|1[3-9]\\d{9})(?![0-9A-Za-z])");

        public Text {
            value = CONTROL.matcher(value).replaceAll(" ").strip();
            value = PERSONAL_NUMBER.matcher(value).replaceAll(number -> starred(number.group()));
        }

        private static String starred(String number) {
            var shown = number.length() / 4;
            return number.substring(0, shown)
                    + "*".repeat(number.length() - 2 * shown)
                    + number.substring(number.length() - shown);
        }
    }

    /** A legal date. */
    record Day(LocalDate value) implements Argument {}

    /** A point in time, written in China Standard Time. */
    record Moment(Instant value) implements Argument {}

    record Count(long value) implements Argument {}

    /** A text of its own in the message files, such as the name of a role. */
    record Named(String key) implements Argument {}

    static Argument of(String text) {
        return new Text(text);
    }

    static Argument of(LocalDate day) {
        return new Day(day);
    }

    static Argument of(Instant moment) {
        return new Moment(moment);
    }

    static Argument of(long count) {
        return new Count(count);
    }

    static Argument named(String key) {
        return new Named(key);
    }

    /** How the value reads; {@code texts} gives the text of a message key. */
    default String written(UnaryOperator<String> texts) {
        return switch (this) {
            case Text(var value) -> value;
            case Day(var value) -> Written.DAY.format(value);
            case Moment(var value) -> Written.MOMENT.format(value.atZone(BusinessClock.ZONE));
            case Count(var value) -> Long.toString(value);
            case Named(var key) -> texts.apply(key);
        };
    }

    /** The form in which a module keeps an argument in its table. */
    default String stored() {
        return switch (this) {
            case Text(var value) -> "text:" + value;
            case Day(var value) -> "day:" + value;
            case Moment(var value) -> "moment:" + value;
            case Count(var value) -> "count:" + value;
            case Named(var key) -> "named:" + key;
        };
    }

    /**
     * @throws IllegalArgumentException if {@link #stored} did not write it
     */
    static Argument restore(String stored) {
        var value = stored.substring(stored.indexOf(':') + 1);
        return switch (stored.substring(0, stored.length() - value.length())) {
            case "text:" -> new Text(value);
            case "day:" -> new Day(LocalDate.parse(value));
            case "moment:" -> new Moment(Instant.parse(value));
            case "count:" -> new Count(Long.parseLong(value));
            case "named:" -> new Named(value);
            default -> throw new IllegalArgumentException("Not a stored argument: " + stored);
        };
    }

    /** How dates are written in official texts. */
    final class Written {
        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

        private Written() {}
    }
}
