package cn.jiping.payment;

/** 订单状态. */
public enum OrderStatus {
    /** 待缴费. */
    OPEN,
    /** 已缴费. */
    PAID,
    /** 逾期未缴. */
    LAPSED,
    /** 已取消. */
    CANCELLED,
    /** 退款中. */
    REFUNDING,
    /** 已退款. */
    REFUNDED;

    boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case OPEN -> next == PAID || next == LAPSED || next == CANCELLED;
            case PAID -> next == REFUNDING;
            case REFUNDING -> next == REFUNDED;
            case LAPSED, CANCELLED, REFUNDED -> false;
        };
    }
}
