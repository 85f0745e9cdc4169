package cn.jiping.architecture;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A value of any type that a refusal may name. */
final class Samples {
    private static final Map<Class<?>, Object> KNOWN =
            Map.ofEntries(
                    Map.entry(String.class, "sample"),
                    Map.entry(Object.class, "sample"),
                    Map.entry(int.class, 1),
                    Map.entry(Integer.class, 1),
                    Map.entry(long.class, 1L),
                    Map.entry(Long.class, 1L),
                    Map.entry(boolean.class, true),
                    Map.entry(UUID.class, new UUID(1, 1)),
                    Map.entry(LocalDate.class, LocalDate.of(2021, 10, 23)),
                    Map.entry(Instant.class, Instant.EPOCH),
                    Map.entry(Duration.class, Duration.ofMinutes(1)),
                    Map.entry(DivisionCode.class, new DivisionCode("330000")),
                    Map.entry(Source.class, new Source.Practice("sample")),
                    Map.entry(Jurisdiction.class, new Jurisdiction("33")),
                    Map.entry(List.class, List.of()),
                    Map.entry(Collection.class, List.of()),
                    Map.entry(Set.class, Set.of()),
                    Map.entry(Map.class, Map.of()));

    private Samples() {}

    static Object of(Class<?> type) {
        var known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("Teach Samples a " + type);
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(types).map(Samples::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Teach Samples a " + type, e);
        }
    }
}
