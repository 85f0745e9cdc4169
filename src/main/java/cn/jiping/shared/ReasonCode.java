package cn.jiping.shared;

/** 理由代码: implemented by one enum per module; the text stands under {@code reason.<code>}. */
public interface ReasonCode {
    /** The stable code, such as {@code resit.already-used}. */
    String code();
}
