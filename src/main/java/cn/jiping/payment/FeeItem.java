package cn.jiping.payment;

import cn.jiping.policy.Coded;

/** 费目: what of an evaluation is charged on its own. */
public enum FeeItem implements Coded {
    /** 理论知识. */
    THEORY("theory"),
    /** 操作技能. */
    SKILLS("skills"),
    /** 综合评审. */
    REVIEW("review");

    private final String code;

    FeeItem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
