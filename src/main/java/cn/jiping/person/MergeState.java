package cn.jiping.person;

import java.util.Locale;

/** 合并状态. */
public enum MergeState {
    PROPOSED,
    CONFIRMED,
    REJECTED,
    UNDONE;

    boolean mayBecome(MergeState next) {
        return switch (this) {
            case PROPOSED -> next == CONFIRMED || next == REJECTED;
            case CONFIRMED -> next == UNDONE;
            case REJECTED, UNDONE -> false;
        };
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
