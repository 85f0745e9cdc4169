package cn.jiping.keys.web;

import cn.jiping.keys.KeyKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys are to be rotated, as the page names them. */
public record RotationForm(@Nullable List<String> kinds) {
    static final RotationForm EMPTY = new RotationForm(List.of());

    /** The kinds chosen; none where a name is not that of a kind. */
    Set<KeyKind> chosen() {
        var chosen = EnumSet.noneOf(KeyKind.class);
        for (var kind : KeyKind.values()) {
            if (kinds != null && kinds.contains(kind.name())) {
                chosen.add(kind);
            }
        }
        return kinds != null && chosen.size() == new HashSet<>(kinds).size() ? chosen : Set.of();
    }
}
