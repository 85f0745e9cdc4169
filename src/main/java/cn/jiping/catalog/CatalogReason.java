package cn.jiping.catalog;

import cn.jiping.shared.ReasonCode;

/** 目录理由. */
enum CatalogReason implements ReasonCode {
    LEAVES("catalog.leaves"),
    EXITED("catalog.exited"),
    PENDING_ACCESS("catalog.pending-access"),
    ACCESS("catalog.access"),
    CANCELLED("catalog.cancelled"),
    STILL_APPRAISED("catalog.still-appraised"),
    NEVER("catalog.never"),
    OPEN("kind.open"),
    UNLISTED("kind.unlisted");

    private final String code;

    CatalogReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
