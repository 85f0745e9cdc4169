package cn.jiping.registration;

/** 在读情况. */
public enum Enrolment {
    /** 已经毕业. */
    GRADUATED,
    /** 应届，在读最后一年. */
    FINAL_YEAR,
    /** 在读，还没到最后一年. */
    EARLIER
}
