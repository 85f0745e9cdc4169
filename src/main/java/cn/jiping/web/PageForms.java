package cn.jiping.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.spring6.util.DetailedError;
import org.thymeleaf.spring6.util.FieldUtils;

/** The fields of a form as typed, and what is wrong with them, for templates as {@code #form}. */
public final class PageForms {
    private static final Pattern FIRST_NAME = Pattern.compile("[.\\[]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 9;

    private final IExpressionContext context;

    PageForms(IExpressionContext context) {
        this.context = context;
    }

    /** What a form bound with {@code th:object} holds in the field, as typed, and what is wrong. */
    public Bound bound(String field) {
        var status = FieldUtils.getBindStatus(context, "*{" + field + "}");
        return status == null
                ? new Bound("", List.of())
                : new Bound(status.getDisplayValue(), List.of(status.getErrorMessages()));
    }

    /** What is wrong with the form in the order of its fields, the form as a whole last. */
    public List<DetailedError> inOrder(List<DetailedError> errors, Object form) {
        var fields = fields("", form.getClass()).toList();
        return errors.stream()
                .sorted(
                        Comparator.comparingInt((DetailedError error) -> place(error, fields))
                                .thenComparing(error -> counted(error.getFieldName()))
                                .thenComparing(error -> counted(error.getMessage())))
                .toList();
    }

    /** With its numbers so long that row 2 comes before row 17. */
    private static String counted(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number ->
                        "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
    }

    /** Paths of the fields of a form; those of a part stand in its place, after its own. */
    private static Stream<String> fields(String under, Class<?> form) {
        return Arrays.stream(form.getRecordComponents())
                .flatMap(field -> {
                    var path = under + field.getName();
                    return field.getType().isRecord()
                            ? Stream.concat(Stream.of(path), fields(path + ".", field.getType()))
                            : Stream.of(path);
                });
    }

    private static int place(DetailedError error, List<String> fields) {
        var place = fields.indexOf(error.getFieldName());
        if (place < 0) {
            place = fields.indexOf(FIRST_NAME.split(error.getFieldName(), 2)[0]);
        }
        return place < 0 ? fields.size() : place;
    }

    /** The ids of hint and error of a field, for {@code aria-describedby}. */
    public @Nullable String described(String field, @Nullable String hint, boolean wrong) {
        var ids = (hint == null ? "" : field + "-hint") + (wrong ? " " + field + "-error" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** What the browser may fill in by itself; nothing where it would be somebody else's data. */
    public @Nullable String autocomplete(String field, String type) {
        if (type.equals("password")) {
            return field.startsWith("new") ? "new-password" : "current-password";
        }
        return switch (field) {
            case "username" -> "username";
            case "code" -> "one-time-code";
            default -> type.equals("tel") ? "tel" : "off";
        };
    }

    /** A form field as bound: the value as typed, and the messages. */
    public record Bound(String value, List<String> errors) {
        public boolean wrong() {
            return !errors.isEmpty();
        }
    }
}
