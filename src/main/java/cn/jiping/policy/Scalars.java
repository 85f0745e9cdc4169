package cn.jiping.policy;

import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How single values are read: from typed trees strictly, from addresses as text. */
enum Scalars {
    /** JSON and YAML: a number is a number, a boolean a boolean. */
    STRICT,
    /** Addresses: everything is text. */
    TEXT;

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NUMBER = 15;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Whether a record is one text with a form, such as a code. */
    static boolean isText(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getType() == String.class
                && components[0].getName().equals("value");
    }

    /** The text of a record that is one. */
    static String text(Record code) {
        return String.valueOf(Sources.of(code, code.getClass().getRecordComponents()[0]));
    }

    /** The value, or nothing where the node holds none of that type. */
    Optional<Object> read(JsonNode node, Class<?> type) {
        if (type == SkillLevel.class) {
            return plain(node).flatMap(SkillLevel::ofCode).map(Object.class::cast);
        }
        if (type == boolean.class || type == Boolean.class) {
            return bool(node);
        }
        if (type == int.class || type == Integer.class) {
            return number(node, WHOLE).map(Integer::valueOf);
        }
        if (type == BigDecimal.class) {
            return number(node, DECIMAL).map(BigDecimal::new);
        }
        return text(node).flatMap(text -> ofText(text, type));
    }

    private static Optional<Object> ofText(String text, Class<?> type) {
        if (type == String.class) {
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }
        if (type == LocalDate.class) {
            return DATE.matcher(text).matches() ? parsed(text, LocalDate::parse) : Optional.empty();
        }
        if (type == LocalTime.class) {
            return parsed(text, LocalTime::parse);
        }
        if (type == Period.class) {
            return parsed(text, Period::parse);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> written(constant).equals(text))
                    .map(Object.class::cast)
                    .findAny();
        }
        if (isText(type)) {
            return parsed(text, value -> made(type, value));
        }
        throw new IllegalStateException("No reading of " + type);
    }

    /** How a constant is written: by its code where it has one. */
    static String written(Object constant) {
        return constant instanceof Coded coded ? coded.code() : ((Enum<?>) constant).name();
    }

    private static Object made(Class<?> type, String value) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance(value);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private Optional<Object> bool(JsonNode node) {
        if (this == STRICT) {
            return node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty();
        }
        return text(node)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    private Optional<String> number(JsonNode node, Pattern form) {
        if (this == STRICT && !node.isNumber()) {
            return Optional.empty();
        }
        return plain(node)
                .filter(text -> text.length() <= LONGEST_NUMBER)
                .filter(text -> form.matcher(text).matches());
    }

    /** A number or a text, as written. */
    private static Optional<String> plain(JsonNode node) {
        if (node.isNumber()) {
            var value = node.decimalValue();
            return value.precision() - value.scale() > LONGEST_NUMBER
                            || value.scale() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(value.toPlainString());
        }
        return text(node);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && node.stringValue().length() <= LONGEST_TEXT
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    private static Optional<Object> parsed(String text, Function<String, Object> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
