package cn.jiping.plan;

import cn.jiping.catalog.Occupation;
import cn.jiping.shared.Ruling;

/** 可否列入: an occupation of the catalogue and whether it may be offered in a unified session. */
public record Offerable(Occupation occupation, Ruling ruling) {
    public boolean admitted() {
        return ruling instanceof Ruling.Met;
    }
}
