package cn.jiping.score;

import java.util.Locale;

/** 科目: what is examined and scored on its own. */
public enum ScoredSubject {
    /** 理论知识. */
    THEORY,
    /** 操作技能. */
    SKILLS,
    /** 综合评审. */
    REVIEW;

    /** As facts and answers write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
