package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 批次理由. */
enum SessionReason implements ReasonCode {
    NOT_OPEN_YET("session-window.not-yet"),
    OPEN_UNTIL("session-window.open"),
    OPEN_WITHOUT_END("session-window.open-without-end"),
    OVER("session-window.over"),
    OFFERED("unified-offer.offered"),
    NAMED("unified-offer.named"),
    OTHER_KIND("unified-offer.other-kind"),
    OTHER_DEPARTMENT("unified-offer.other-department"),
    NOT_UNIFIED("unified-offer.not-unified");

    private final String code;

    SessionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
