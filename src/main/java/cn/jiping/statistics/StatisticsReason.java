package cn.jiping.statistics;

import cn.jiping.shared.ReasonCode;

/** 统计归属理由. */
enum StatisticsReason implements ReasonCode {
    COUNTS_AT("statistics-place.counts-at");

    private final String code;

    StatisticsReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
