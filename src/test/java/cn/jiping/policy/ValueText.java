package cn.jiping.policy;

import cn.jiping.policy.CitedValue.Leaf;
import cn.jiping.policy.CitedValue.Place;
import cn.jiping.shared.SkillLevel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of an entry of law as its files write them. */
final class ValueText {
    private ValueText() {}

    static String of(CitedValue value) {
        var own = leaves(value.leaves());
        var place = value.place();
        return place == null ? own : name(place) + " {" + own + "}";
    }

    private static String name(Place place) {
        var name = place.key() == null ? place.name() : place.name() + " " + plain(place.key());
        return place.row().isEmpty() ? name : leaves(place.row()) + " " + name;
    }

    private static String leaves(List<Leaf> leaves) {
        return leaves.stream()
                .map(leaf -> leaf.name() + " " + plain(leaf.value()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Set<?> set -> listed(set.stream().map(ValueText::plain).sorted().toList());
            case Collection<?> many -> listed(many.stream().map(ValueText::plain).toList());
            case SkillLevel level -> level.code();
            case Enum<?> constant -> Scalars.written(constant);
            default -> String.valueOf(value);
        };
    }

    private static String listed(List<String> values) {
        return "[" + String.join(" ", values) + "]";
    }
}
