package cn.jiping.exam;

import java.util.Optional;
import java.util.stream.Stream;

/** 封口. */
public enum Seal {
    /** 完好. */
    INTACT,
    /** 破损. */
    BROKEN,
    /** 没有交到. */
    MISSING;

    public static Optional<Seal> of(String name) {
        return Stream.of(values()).filter(seal -> seal.name().equals(name)).findAny();
    }
}
