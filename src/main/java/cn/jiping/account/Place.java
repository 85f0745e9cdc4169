package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;

/** 岗位所在: where a role may be exercised. */
public sealed interface Place {

    /** 全部地区. */
    record Everywhere() implements Place {}

    /** 行政区划: the division with all below it and its predecessors. */
    record InDivision(DivisionCode code) implements Place {}

    /** 评价机构; the division is where the body is, as of the act. */
    record AtBody(BodyId body, DivisionCode division) implements Place {}

    /** 本人: only what concerns the account's own person. */
    record Self() implements Place {}
}
