package cn.jiping.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables in a page of law: lists of rows with {@link Key} columns. Every combination of key values
 * must be answered by exactly one row.
 */
final class Tables {
    private Tables() {}

    /** How many rows answer one combination, where it is not one. */
    record Fault(String table, long rows, String combination) {}

    static List<Fault> faults(Terms terms) {
        var faults = new ArrayList<Fault>();
        for (var component : terms.getClass().getRecordComponents()) {
            var row = rowType(component);
            if (row != null && Sources.of(terms, component) instanceof Collection<?> rows) {
                check(component.getName(), row, rows, faults);
            }
        }
        return faults;
    }

    private static @Nullable Class<?> rowType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType of
                        && of.getActualTypeArguments()[0] instanceof Class<?> row
                        && row.isRecord()
                        && !keys(row).isEmpty()
                ? row
                : null;
    }

    private static List<RecordComponent> keys(Class<?> row) {
        return Stream.of(row.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Key.class))
                .toList();
    }

    private static void check(String table, Class<?> row, Collection<?> rows, List<Fault> faults) {
        var keys = keys(row);
        for (var combination : combinations(keys)) {
            var matching = rows.stream().filter(r -> matches(r, keys, combination)).count();
            if (matching != 1) {
                faults.add(new Fault(table, matching, combination.toString()));
            }
        }
    }

    private static boolean matches(Object row, List<RecordComponent> keys, List<Object> wanted) {
        for (var i = 0; i < keys.size(); i++) {
            var value = Sources.of(row, keys.get(i));
            var holds =
                    value instanceof Collection<?> many
                            ? many.contains(wanted.get(i))
                            : wanted.get(i).equals(value);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Object>> combinations(List<RecordComponent> keys) {
        List<List<Object>> all = List.of(List.of());
        for (var key : keys) {
            var longer = new ArrayList<List<Object>>();
            for (var begun : all) {
                for (var value : values(key)) {
                    longer.add(Stream.concat(begun.stream(), Stream.of(value)).toList());
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<Object> values(RecordComponent key) {
        var type =
                key.getGenericType() instanceof ParameterizedType of
                        ? of.getActualTypeArguments()[0]
                        : key.getType();
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return List.of(plain.getEnumConstants());
        }
        throw new IllegalStateException("A key column holds enum values: " + key);
    }
}
