package cn.jiping.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** 标识: every id is a UUIDv7, ordered by time and made by the application. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
