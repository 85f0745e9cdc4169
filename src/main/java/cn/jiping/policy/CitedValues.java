package cn.jiping.policy;

import cn.jiping.policy.CitedValue.Leaf;
import cn.jiping.policy.CitedValue.Place;
import cn.jiping.shared.Source;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks through an entry of law and gathers its values by the source each rests on. */
final class CitedValues {
    private final Predicate<Source> wanted;
    private final List<CitedValue> found = new ArrayList<>();

    private CitedValues(Predicate<Source> wanted) {
        this.wanted = wanted;
    }

    /** The values of an entry that rest on one source. */
    static List<CitedValue> of(InForce<?> entry, Source source) {
        return walked(entry, source::equals);
    }

    /** All values of an entry. */
    static List<CitedValue> of(InForce<?> entry) {
        return walked(entry, _ -> true);
    }

    private static List<CitedValue> walked(InForce<?> entry, Predicate<Source> wanted) {
        var values = new CitedValues(wanted);
        values.walk(null, entry.terms(), entry.source());
        return values.found;
    }

    private void walk(@Nullable Place place, Object terms, Source above) {
        var nearest = nearest(terms, above);
        var own = leaves(terms, _ -> true);
        var row = leaves(terms, component -> component.isAnnotationPresent(Key.class));
        var says = !own.equals(row) || (!row.isEmpty() && saysWhy(terms));
        if (says && wanted.test(nearest)) {
            found.add(new CitedValue(place, own));
        }
        for (var component : terms.getClass().getRecordComponents()) {
            below(component.getName(), Sources.of(terms, component))
                    .forEach(inner -> walk(inner.in(row), inner.terms(), nearest));
        }
    }

    private static Source nearest(Object terms, Source above) {
        return sources(terms).findFirst().orElse(above);
    }

    /**
     * Whether a row that is nothing but its head still says something: that a clause demands it.
     */
    private static boolean saysWhy(Object terms) {
        return sources(terms).findAny().isPresent();
    }

    private static Stream<Source> sources(Object terms) {
        return Stream.of(terms.getClass().getRecordComponents())
                .map(component -> Sources.of(terms, component))
                .flatMap(value -> value instanceof Source own ? Stream.of(own) : Stream.of());
    }

    private static List<Leaf> leaves(Object terms, Predicate<RecordComponent> which) {
        return Stream.of(terms.getClass().getRecordComponents())
                .filter(which)
                .filter(component -> isLeaf(component, Sources.of(terms, component)))
                .map(component ->
                        new Leaf(component.getName(), plain(Sources.of(terms, component))))
                .toList();
    }

    private static boolean isLeaf(RecordComponent component, @Nullable Object value) {
        return !(value instanceof Source) && below(component.getName(), value).findAny().isEmpty();
    }

    /** A record inside another, by the name of the component and the key under which it stands. */
    private record Inner(String name, @Nullable Object key, Object terms) {
        Place in(List<Leaf> row) {
            return new Place(row, name, key);
        }
    }

    private static Stream<Inner> below(String name, @Nullable Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().flatMap(one -> inner(name, null, one));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(e -> inner(name, plain(e.getKey()), e.getValue()))
                            .sorted(Comparator.comparing(inner -> String.valueOf(inner.key())));
            case null, default -> inner(name, null, value);
        };
    }

    private static Stream<Inner> inner(String name, @Nullable Object key, @Nullable Object value) {
        return value instanceof Record record
                        && !(record instanceof Source)
                        && !Scalars.isText(record.getClass())
                ? Stream.of(new Inner(name, key, record))
                : Stream.of();
    }

    /** The value with every code in it as its text. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Set<?> set ->
                    set.stream()
                            .map(CitedValues::plain)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            case Collection<?> many -> many.stream().map(CitedValues::plain).toList();
            case Record text when Scalars.isText(text.getClass()) -> Scalars.text(text);
            case null, default -> value;
        };
    }
}
