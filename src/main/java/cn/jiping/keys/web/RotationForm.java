package cn.jiping.keys.web;

import cn.jiping.keys.KeyKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys are to be rotated. */
public record RotationForm(@Nullable Set<KeyKind> kinds) {
    static final RotationForm EMPTY = new RotationForm(Set.of());

    Set<KeyKind> chosen() {
        return kinds == null ? Set.of() : kinds;
    }
}
