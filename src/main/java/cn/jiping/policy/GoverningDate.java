package cn.jiping.policy;

/** 适用日期: which day of a case selects the law. */
public enum GoverningDate {
    /** 提问之日. */
    ASKED,
    /** 公告发布之日. */
    ANNOUNCED,
    /** 受理申报之日. */
    ACCEPTED,
    /** 考试之日. */
    EXAM,
    /** 成绩公布之日. */
    SCORE_PUBLISHED,
    /** 录像之日. */
    RECORDED,
    /** 期限起算之日. */
    EVENT
}
