package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads records from a tree, strictly: every component present and of its type, nothing beside
 * them. A component may be left out only where it is nullable or has a {@link Default}. All faults
 * are gathered, each with its place.
 */
final class RecordReader {
    private final List<ReadFault> faults = new ArrayList<>();
    private final Scalars scalars;

    RecordReader(Scalars scalars) {
        this.scalars = scalars;
    }

    List<ReadFault> faults() {
        return faults;
    }

    /** The record, or nothing and at least one fault. */
    <R> Optional<R> read(JsonNode tree, Class<R> type) {
        var before = faults.size();
        var read = record(tree, type, "");
        return faults.size() == before ? Optional.ofNullable(type.cast(read)) : Optional.empty();
    }

    private @Nullable Object record(JsonNode tree, Class<?> type, String at) {
        if (!tree.isObject()) {
            return fault(at, ReadFault.Kind.WRONG);
        }
        var components = type.getRecordComponents();
        var names = Stream.of(components).map(RecordComponent::getName).collect(Collectors.toSet());
        tree.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> fault(under(at, name), ReadFault.Kind.UNKNOWN));
        var before = faults.size();
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            values[i] = component(tree, components[i], at);
        }
        return faults.size() == before ? construct(type, components, values, at) : null;
    }

    private @Nullable Object component(JsonNode tree, RecordComponent component, String at) {
        var place = under(at, component.getName());
        var given = tree.get(component.getName());
        if (given == null || given.isNull()) {
            var otherwise = component.getAnnotation(Default.class);
            if (otherwise != null) {
                return new RecordReader(Scalars.TEXT)
                        .value(
                                StringNode.valueOf(otherwise.value()),
                                component.getGenericType(),
                                place);
            }
            return nullable(component.getAnnotatedType())
                    ? null
                    : fault(place, ReadFault.Kind.MISSING);
        }
        var read = value(given, component.getGenericType(), place);
        var bounds = component.getAnnotation(Within.class);
        return read instanceof Number number && bounds != null && outside(number, bounds)
                ? fault(place, ReadFault.Kind.WRONG)
                : read;
    }

    private static boolean outside(Number number, Within bounds) {
        return number.doubleValue() < bounds.min() || number.doubleValue() > bounds.max();
    }

    private @Nullable Object value(JsonNode given, Type type, String at) {
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            var element = of.getActualTypeArguments();
            if (raw == Map.class) {
                return map(given, element[0], element[1], at);
            }
            var read = list(given, element[0], at);
            return raw == Set.class ? new LinkedHashSet<>(read) : read;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("No reading of " + type);
        }
        if (plain == Source.class) {
            return source(given, at);
        }
        if (plain.isRecord() && !Scalars.isText(plain)) {
            return record(given, plain, at);
        }
        var read = scalars.read(given, plain);
        return read.isPresent() ? read.get() : fault(at, ReadFault.Kind.WRONG);
    }

    private List<Object> list(JsonNode given, Type element, String at) {
        var read = new ArrayList<Object>();
        if (!given.isArray()) {
            fault(at, ReadFault.Kind.WRONG);
            return read;
        }
        for (var i = 0; i < given.size(); i++) {
            var value = value(given.get(i), element, at + "[" + i + "]");
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    private Map<Object, Object> map(JsonNode given, Type key, Type element, String at) {
        var read = new LinkedHashMap<Object, Object>();
        if (!given.isObject()) {
            fault(at, ReadFault.Kind.WRONG);
            return read;
        }
        for (var name : given.propertyNames()) {
            var place = under(at, name);
            var named = new RecordReader(Scalars.TEXT).value(StringNode.valueOf(name), key, place);
            var value = value(Objects.requireNonNull(given.get(name)), element, place);
            if (named == null) {
                fault(place, ReadFault.Kind.UNKNOWN);
            } else if (value != null) {
                read.put(named, value);
            }
        }
        return read;
    }

    private @Nullable Object source(JsonNode given, String at) {
        var text = new RecordReader(Scalars.STRICT);
        if (given.has("practice")) {
            return text.read(given, PracticeText.class)
                    .<Object>map(practice -> new Source.Practice(practice.practice()))
                    .orElseGet(() -> fault(at, ReadFault.Kind.WRONG));
        }
        return text.read(given, Source.Clause.class)
                .<Object>map(clause -> clause)
                .orElseGet(() -> fault(at, ReadFault.Kind.WRONG));
    }

    private record PracticeText(String practice) {}

    private @Nullable Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values, String at) {
        try {
            var types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return fault(at, ReadFault.Kind.WRONG);
            }
            throw new IllegalStateException("Cannot make " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private @Nullable Object fault(String at, ReadFault.Kind kind) {
        faults.add(new ReadFault(at, kind));
        return null;
    }

    static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String under(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
