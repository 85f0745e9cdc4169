package cn.jiping.catalog.web;

import cn.jiping.catalog.OccupationFilter;
import cn.jiping.catalog.OccupationView;
import cn.jiping.shared.EvaluationKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of open data as people read them, and as lines of comma-separated values. */
@Component
class OccupationTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private final MessageSource messages;

    OccupationTable(MessageSource messages) {
        this.messages = messages;
    }

    /** What each field is. */
    List<Described> fields(Locale locale) {
        return Stream.of(OccupationField.values())
                .map(field ->
                        new Described(
                                field.key(),
                                word("opendata.occupations." + field.key(), locale),
                                word("opendata.occupations." + field.key() + ".about", locale)))
                .toList();
    }

    /** A field of open data: its name, its label and what it says. */
    record Described(String name, String label, String about) {}

    /** The cells of a row in plain words. */
    List<@Nullable Object> words(OccupationView row, Locale locale) {
        return Stream.of(OccupationField.values())
                .<@Nullable Object>map(field -> word(field.of(row), locale))
                .toList();
    }

    private @Nullable Object word(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> null;
            case OccupationFilter.Status status -> word("occupation.status." + status, locale);
            case EvaluationKind kind -> word("word.EvaluationKind." + kind, locale);
            case Boolean yes -> yes ? word("page.catalog.yes", locale) : null;
            case Collection<?> many -> joined(many);
            default -> value;
        };
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String joined(Collection<?> many) {
        return many.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    /** The whole list by the names of the fields; the mark at the start lets Excel read Chinese. */
    String csv(List<OccupationView> rows) {
        var head = Stream.of(OccupationField.values()).map(OccupationField::key);
        return BYTE_ORDER_MARK
                + line(head)
                + rows.stream().map(OccupationTable::line).collect(Collectors.joining());
    }

    private static String line(OccupationView row) {
        return line(Stream.of(OccupationField.values()).map(field -> cell(field.of(row))));
    }

    private static String line(Stream<String> cells) {
        return cells.map(OccupationTable::quoted).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> joined(many);
            default -> value.toString();
        };
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
