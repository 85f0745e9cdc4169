package cn.jiping.territory.web;

import cn.jiping.shared.NotFound;
import java.util.Arrays;
import java.util.Locale;

/** What the administrator can do with a place, each with its own form. */
enum AdjustmentKind {
    RENAME,
    MERGE,
    SPLIT,
    MOVE,
    CEDE,
    AUTHORISE,
    FOUND;

    /**
     * @throws NotFound if no kind has such a path
     */
    static AdjustmentKind of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path))
                .findAny()
                .orElseThrow(() -> new NotFound("adjustment", path));
    }

    /** Whether a place may cease to be by it. */
    boolean abolishes() {
        return this == MERGE || this == SPLIT;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
