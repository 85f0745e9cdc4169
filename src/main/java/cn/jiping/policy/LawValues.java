package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every single value of an entry in words, under its place, with what it rests on. */
final class LawValues {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Function<Object, String> words;

    private LawValues(Function<Object, String> words) {
        this.words = words;
    }

    /** One value in words. */
    record Value(String text, Source source) {}

    /** The words say a single value, such as a day, a level or a code. */
    static Map<String, Value> of(@Nullable InForce<?> entry, Function<Object, String> words) {
        var found = new LawValues(words);
        if (entry != null) {
            found.values.put("source", new Value(told(entry.source()), entry.source()));
            found.record("", entry.terms(), entry.source());
        }
        return found.values;
    }

    private void record(String at, Object record, Source around) {
        var own = around;
        for (var component : record.getClass().getRecordComponents()) {
            if (Sources.of(record, component) instanceof Source source) {
                own = source;
            }
        }
        for (var component : record.getClass().getRecordComponents()) {
            var value = Sources.of(record, component);
            if (value != null) {
                var name = component.getName();
                value(at.isEmpty() ? name : at + "." + name, value, own);
            }
        }
    }

    private void value(String at, Object value, Source source) {
        switch (value) {
            case Source own -> values.put(at, new Value(told(own), own));
            case Collection<?> many when many.stream().anyMatch(LawValues::nested) ->
                    rows(at, many, source);
            case Collection<?> many ->
                    values.put(
                            at,
                            new Value(
                                    many.stream()
                                            .map(this::written)
                                            .collect(Collectors.joining("、")),
                                    source));
            case Map<?, ?> map ->
                    map.forEach((key, inside) -> value(at + "." + written(key), inside, source));
            case Record record when nested(record) -> record(at, record, source);
            default -> values.put(at, new Value(written(value), source));
        }
    }

    /** Rows stand under what they are found by, so that one put in between moves no other. */
    private void rows(String at, Collection<?> rows, Source source) {
        for (var row : rows) {
            var name = at + "[" + name(row) + "]";
            for (var n = 2; values.containsKey(name) || begun(name); n++) {
                name = at + "[" + name(row) + " " + n + "]";
            }
            value(name, row, source);
        }
    }

    private boolean begun(String name) {
        return values.keySet().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    private String name(Object row) {
        var components = List.of(row.getClass().getRecordComponents());
        var keys = components.stream().filter(c -> c.isAnnotationPresent(Key.class)).toList();
        return (keys.isEmpty() ? components.stream().limit(1) : keys.stream())
                .flatMap(component -> Stream.ofNullable(Sources.of(row, component)))
                .map(this::plain)
                .collect(Collectors.joining(" "));
    }

    private String plain(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(this::written).collect(Collectors.joining("、"))
                : written(value);
    }

    private static boolean nested(Object value) {
        return value instanceof Record record
                && !Scalars.isText(record.getClass())
                && !(value instanceof Source);
    }

    private String written(Object value) {
        return value instanceof Source source ? told(source) : words.apply(value);
    }

    static String told(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) -> document + " " + clause;
            case Source.Practice(var why) -> why;
        };
    }
}
