package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Law books with one value shifted: a day, a unit, the next of its kind. Sources and words of our
 * own are left as they are.
 */
final class Mutants {
    private Mutants() {}

    /** A book with one value shifted, and where. */
    record Mutant(String where, Class<? extends Terms> page, LawBook book) {
        @Override
        public String toString() {
            return where;
        }
    }

    static List<Mutant> of(LawBook book) {
        var mutants = new ArrayList<Mutant>();
        book.entries()
                .forEach((key, entries) -> {
                    var page = key.jurisdiction() + "/" + LawReader.page(key.page()).path();
                    for (var i = 0; i < entries.size(); i++) {
                        var about = page + " " + entries.get(i).from() + " ";
                        shifted(entries, i)
                                .forEach(change ->
                                        mutants.add(
                                                new Mutant(
                                                        about + change.where(),
                                                        key.page(),
                                                        book.replacing(key, change.entries()))));
                    }
                });
        return mutants;
    }

    private record Change(String where, List<InForce<?>> entries) {}

    private static List<Change> shifted(List<InForce<?>> entries, int index) {
        var entry = entries.get(index);
        var changes = new ArrayList<Change>();
        for (var days : List.of(-1, 1)) {
            changes.add(new Change("from " + days, begun(entries, index, days)));
            var until = entry.until();
            if (until != null && index == entries.size() - 1) {
                changes.add(
                        new Change(
                                "until " + days,
                                with(entries, index, ended(entry, until.plusDays(days)))));
            }
        }
        for (var terms : ofRecord("", entry.terms())) {
            var changed =
                    new InForce<>(
                            (Terms) terms.value(), entry.source(), entry.from(), entry.until());
            changes.add(new Change(terms.where(), with(entries, index, changed)));
        }
        return changes;
    }

    /** One day is where an entry begins and where the one before it ends. */
    private static List<InForce<?>> begun(List<InForce<?>> entries, int index, int days) {
        var entry = entries.get(index);
        var from = entry.from().plusDays(days);
        var changed =
                with(
                        entries,
                        index,
                        new InForce<>(entry.terms(), entry.source(), from, entry.until()));
        return index == 0
                ? changed
                : with(changed, index - 1, ended(entries.get(index - 1), from.minusDays(1)));
    }

    private static InForce<?> ended(InForce<?> entry, LocalDate until) {
        return new InForce<>(entry.terms(), entry.source(), entry.from(), until);
    }

    private static List<InForce<?>> with(List<InForce<?>> entries, int index, InForce<?> entry) {
        var changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return changed;
    }

    /** A value in place of another. */
    private record Other(String where, Object value) {}

    private static List<Other> ofRecord(String at, Object record) {
        var others = new ArrayList<Other>();
        var components = record.getClass().getRecordComponents();
        for (var i = 0; i < components.length; i++) {
            var place = at.isEmpty() ? components[i].getName() : at + "." + components[i].getName();
            var value = Sources.of(record, components[i]);
            for (var other : ofValue(place, value, components[i].getGenericType())) {
                var changed = with(record, components, i, other.value());
                if (changed != null) {
                    others.add(new Other(other.where(), changed));
                }
            }
        }
        return others;
    }

    /** The record with one component changed; null where it does not take such a value. */
    private static @Nullable Object with(
            Object record, RecordComponent[] components, int changed, Object value) {
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            values[i] = i == changed ? value : Sources.of(record, components[i]);
        }
        try {
            var types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return null;
            }
            throw new IllegalStateException("Cannot change " + record.getClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot change " + record.getClass(), e);
        }
    }

    private static List<Other> ofValue(String at, @Nullable Object value, Type type) {
        return switch (value) {
            case null -> List.of();
            case Source _ -> List.of();
            case Integer number -> both(at, number - 1, number + 1);
            case BigDecimal number ->
                    both(at, number.subtract(number.ulp()), number.add(number.ulp()));
            case LocalDate day -> both(at, day.minusDays(1), day.plusDays(1));
            case LocalTime time -> both(at, time.minusMinutes(1), time.plusMinutes(1));
            case Period period -> both(at, period.minusDays(1), period.plusDays(1));
            case Boolean yes -> List.of(new Other(at, !yes));
            case Enum<?> constant -> next(at, constant);
            case Set<?> set -> ofSet(at, set);
            case List<?> list -> ofList(at, list, type);
            case Map<?, ?> map -> ofMap(at, map);
            case Record record -> ofRecord(at, record);
            default -> List.of();
        };
    }

    private static List<Other> both(String at, Object less, Object more) {
        return List.of(new Other(at + " less", less), new Other(at + " more", more));
    }

    private static List<Other> next(String at, Enum<?> constant) {
        var all = Arrays.asList((Object[]) constant.getDeclaringClass().getEnumConstants());
        return all.size() < 2
                ? List.of()
                : List.of(
                        new Other(at + " next", all.get((all.indexOf(constant) + 1) % all.size())));
    }

    private static List<Other> ofSet(String at, Set<?> set) {
        return set.stream()
                .map(left -> {
                    var fewer = new LinkedHashSet<Object>(set);
                    fewer.remove(left);
                    return new Other(at + " without " + left, fewer);
                })
                .toList();
    }

    private static List<Other> ofList(String at, List<?> list, Type type) {
        var element =
                type instanceof ParameterizedType of
                        ? of.getActualTypeArguments()[0]
                        : Object.class;
        var others = new ArrayList<Other>();
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String || list.get(i) instanceof Enum<?>) {
                others.add(new Other(at + " without " + list.get(i), without(list, i)));
                continue;
            }
            var index = i;
            ofValue(at + "[" + i + "]", list.get(i), element)
                    .forEach(o -> others.add(new Other(o.where(), at(list, index, o.value()))));
        }
        return others;
    }

    private static List<Object> without(Collection<?> list, int index) {
        var fewer = new ArrayList<Object>(list);
        fewer.remove(index);
        return fewer;
    }

    private static List<Object> at(List<?> list, int index, Object value) {
        var changed = new ArrayList<Object>(list);
        changed.set(index, value);
        return changed;
    }

    private static List<Other> ofMap(String at, Map<?, ?> map) {
        var others = new ArrayList<Other>();
        map.forEach((key, value) -> {
            for (var other : ofValue(at + "." + key, value, Object.class)) {
                var changed = new LinkedHashMap<Object, Object>(map);
                changed.put(key, other.value());
                others.add(new Other(other.where(), changed));
            }
        });
        return others;
    }
}
