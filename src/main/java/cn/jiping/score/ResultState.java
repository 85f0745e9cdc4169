package cn.jiping.score;

/** 结果状态: how somebody came through the session. */
public enum ResultState {
    /** 合格. */
    PASSED,
    /** 部分合格: a subject of this session is kept. */
    KEPT,
    /** 不合格. */
    FAILED,
    /** 缺考, and nothing scored. */
    ABSENT
}
