package cn.jiping.person;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;

/** 往来地: where a person has dealings, which decides who may see them. */
public sealed interface Place {
    /** 行政区. */
    record OfDivision(DivisionCode code) implements Place {}

    /** 评价机构. */
    record OfBody(BodyId id) implements Place {}

    static Place of(DivisionCode code) {
        return new OfDivision(code);
    }

    static Place of(BodyId id) {
        return new OfBody(id);
    }
}
