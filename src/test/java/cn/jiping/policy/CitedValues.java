package cn.jiping.policy;

import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of an entry of law that rest on one source, each record of them as one text. */
record CitedValues(Source source) {
    private static final int SHOWN = 12;
    private static final int ROWS = 16;

    List<String> of(InForce<?> entry) {
        var said = new ArrayList<String>();
        walk("", entry.terms(), entry.source(), said);
        return said.size() <= ROWS
                ? said
                : Stream.concat(said.stream().limit(ROWS), Stream.of("… +" + (said.size() - ROWS)))
                        .toList();
    }

    private void walk(String name, Object terms, Source above, List<String> said) {
        var nearest = nearest(terms, above);
        var own = leaves(terms, _ -> true);
        var row = leaves(terms, component -> component.isAnnotationPresent(Key.class));
        if (nearest.equals(source) && !own.equals(row)) {
            said.add(name.isEmpty() ? own : name + " {" + own + "}");
        }
        for (var component : terms.getClass().getRecordComponents()) {
            below(component.getName(), Sources.of(terms, component))
                    .forEach(inner ->
                            walk(
                                    row.isEmpty() ? inner.name() : row + " " + inner.name(),
                                    inner.terms(),
                                    nearest,
                                    said));
        }
    }

    private static Source nearest(Object terms, Source above) {
        return Stream.of(terms.getClass().getRecordComponents())
                .map(component -> Sources.of(terms, component))
                .flatMap(value -> value instanceof Source own ? Stream.of(own) : Stream.of())
                .findFirst()
                .orElse(above);
    }

    private static String leaves(Object terms, Predicate<RecordComponent> which) {
        return Stream.of(terms.getClass().getRecordComponents())
                .filter(which)
                .map(component -> leaf(component.getName(), Sources.of(terms, component)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String leaf(String name, @Nullable Object value) {
        if (value == null) {
            return name + " –";
        }
        return value instanceof Source || below(name, value).findAny().isPresent()
                ? ""
                : name + " " + plain(value);
    }

    /** A record inside another, by the name of the component it stands in. */
    private record Inner(String name, Object terms) {}

    private static Stream<Inner> below(String name, @Nullable Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().flatMap(one -> inner(name, one));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(e -> inner(name + " " + plain(e.getKey()), e.getValue()))
                            .sorted((a, b) -> a.name().compareTo(b.name()));
            case null, default -> inner(name, value);
        };
    }

    private static Stream<Inner> inner(String name, @Nullable Object value) {
        return value instanceof Record record
                        && !(record instanceof Source)
                        && !Scalars.isText(record.getClass())
                ? Stream.of(new Inner(name, record))
                : Stream.of();
    }

    private static String plain(Object value) {
        return switch (value) {
            case Set<?> set -> listed(set.stream().map(CitedValues::plain).sorted().toList());
            case Collection<?> many -> listed(many.stream().map(CitedValues::plain).toList());
            case Map<?, ?> map ->
                    listed(
                            map.entrySet().stream()
                                    .map(e -> plain(e.getKey()) + "=" + plain(e.getValue()))
                                    .sorted()
                                    .toList());
            case SkillLevel level -> level.code();
            case Enum<?> constant -> Scalars.written(constant);
            case Record text when Scalars.isText(text.getClass()) ->
                    String.valueOf(Sources.of(text, text.getClass().getRecordComponents()[0]));
            default -> String.valueOf(value);
        };
    }

    private static String listed(List<String> values) {
        var rest = values.size() - SHOWN;
        return values.stream()
                .limit(SHOWN)
                .collect(Collectors.joining(" ", "[", rest > 0 ? " … +" + rest + "]" : "]"));
    }
}
