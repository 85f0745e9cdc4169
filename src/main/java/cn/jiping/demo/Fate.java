package cn.jiping.demo;

/** 结局: what becomes of an invented person, and how often in a hundred people. */
public enum Fate {
    /** 全部合格. */
    PASSES(51),
    /** 没有手机，到县窗口代报. */
    AT_THE_COUNTER(2),
    /** 一科不合格. */
    FAILS_ONE(9),
    /** 全部不合格. */
    FAILS_ALL(2),
    /** 缺考. */
    ABSENT(4),
    /** 理论考试抄袭. */
    COPIES(1),
    /** 退回一次，按时补正. */
    CORRECTS(3),
    /** 退回一次，没有补正. */
    IGNORES_THE_RETURN(1),
    /** 取得二级证书未满四年. */
    TOO_FEW_YEARS(4),
    /** 没有二级证书. */
    NO_CERTIFICATE(2),
    /** 填了没有提交. */
    UNFINISHED(2),
    /** 开始报名前就来. */
    TOO_EARLY(1),
    /** 报名截止后才来. */
    TOO_LATE(2),
    /** 初审不通过. */
    REFUSED_BY_THE_BODY(3),
    /** 复审不通过. */
    REFUSED_BY_THE_CITY(2),
    /** 审核前撤回. */
    WITHDRAWS(1),
    /** 缴费后撤回，退费. */
    WITHDRAWS_PAID(2),
    /** 没有缴费. */
    NEVER_PAYS(4),
    /** 缴费到账时已经过期. */
    PAYS_TOO_LATE(1),
    /** 第一次支付失败. */
    PAYS_AT_THE_SECOND_TRY(2),
    /** 网关通知了两次. */
    TOLD_TWICE(1);

    private final int share;

    Fate(int share) {
        this.share = share;
    }

    /** The fate at that place of a hundred. */
    static Fate at(int place) {
        var upTo = 0;
        for (var fate : values()) {
            upTo += fate.share;
            if (place < upTo) {
                return fate;
            }
        }
        throw new IllegalArgumentException("Not one of a hundred: " + place);
    }

    /** Whether they come to apply while registration is open. */
    boolean appliesInTime() {
        return this != TOO_EARLY && this != TOO_LATE;
    }

    /** Whether they look for themselves what becomes of it. */
    boolean hasAPhone() {
        return this != AT_THE_COUNTER;
    }

    boolean lacksTheCondition() {
        return this == TOO_FEW_YEARS || this == NO_CERTIFICATE;
    }

    /** Whether the reviewer of the body asks once for more. */
    boolean isReturned() {
        return this == CORRECTS || this == IGNORES_THE_RETURN;
    }
}
