package cn.jiping.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 取值: one group of values that rests on a source, and where on its page it stands. */
public record CitedValue(@Nullable Place place, List<Leaf> leaves) {
    public CitedValue {
        leaves = List.copyOf(leaves);
    }

    /** One value by its name; null where the page sets none. Codes stand as their text. */
    public record Leaf(String name, @Nullable Object value) {}

    /**
     * Where a group stands inside its page: the head of the row around it, the name of the table or
     * group, and the key under which it stands.
     */
    public record Place(List<Leaf> row, String name, @Nullable Object key) {
        public Place {
            row = List.copyOf(row);
        }
    }
}
