package cn.jiping.institution;

/** 考点用途. */
public enum SiteUse {
    /** 理论知识及纸笔、上机考试. */
    THEORY,
    /** 操作技能: for the occupations the site is authorised for. */
    PRACTICAL
}
