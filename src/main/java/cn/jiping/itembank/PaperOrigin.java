package cn.jiping.itembank;

/** 试卷来源. */
public enum PaperOrigin {
    /** 自主命题（自建卷库）. */
    SELF_WRITTEN,
    /** 题库抽题组卷. */
    BANK
}
