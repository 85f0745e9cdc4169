package cn.jiping.payment;

/** 结算状态. */
public enum SettlementStatus {
    /** 待市级上缴. */
    COUNTED,
    /** 已上缴，待省级确认. */
    DECLARED,
    /** 省级已确认收到. */
    RECEIVED;

    boolean mayBecome(SettlementStatus next) {
        return switch (this) {
            case COUNTED -> next == DECLARED;
            case DECLARED -> next == RECEIVED;
            case RECEIVED -> false;
        };
    }
}
