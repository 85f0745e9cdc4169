package cn.jiping.plan;

import cn.jiping.shared.ReasonCode;

/** 组织与核发的理由. */
enum OrganiserReason implements ReasonCode {
    ORGANISED("organiser.organised"),
    UNIFIED("organiser.unified"),
    UNIFIED_OCCUPATION("organiser.unified-occupation"),
    ISSUED("organiser.issued"),
    ROUTED("organiser.routed"),
    BY_BODY("organiser.by-body"),
    NEAREST("organiser.nearest");

    private final String code;

    OrganiserReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
