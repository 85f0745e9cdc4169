package cn.jiping.policy;

/** 带代码的取值: an enum whose constants are written otherwise than they are named. */
public interface Coded {
    /** As machines and pages of law write it, such as {@code score-publication}. */
    String code();
}
