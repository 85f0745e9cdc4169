package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sources that stand inside the values of a page, such as those of a table's rows. */
final class Sources {
    private Sources() {}

    static Set<Source> within(Object terms) {
        var found = new LinkedHashSet<Source>();
        walk(terms, found);
        return found;
    }

    private static void walk(@Nullable Object value, Set<Source> found) {
        switch (value) {
            case null -> {}
            case Source source -> found.add(source);
            case Collection<?> many -> many.forEach(one -> walk(one, found));
            case Map<?, ?> map -> map.values().forEach(one -> walk(one, found));
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    walk(of(record, component), found);
                }
            }
            default -> {}
        }
    }

    static @Nullable Object of(Object record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
