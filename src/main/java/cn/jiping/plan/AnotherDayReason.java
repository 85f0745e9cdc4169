package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 改期的理由. */
enum AnotherDayReason implements ReasonCode {
    MAY_MOVE("another-day.may-move"),
    NOT_LATER("another-day.not-later"),
    TOO_SOON("another-day.too-soon"),
    TOO_LATE("another-day.too-late");

    private final String code;

    AnotherDayReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
