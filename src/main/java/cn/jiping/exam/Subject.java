package cn.jiping.exam;

import cn.jiping.policy.Coded;

/** 科目. */
public enum Subject implements Coded {
    /** 理论知识. */
    THEORY("theory"),
    /** 操作技能. */
    SKILLS("skills"),
    /** 综合评审. */
    REVIEW("review");

    private final String code;

    Subject(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
