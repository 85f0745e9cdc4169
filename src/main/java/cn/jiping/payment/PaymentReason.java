package cn.jiping.payment;

import cn.jiping.shared.ReasonCode;

/** 收费理由. */
enum PaymentReason implements ReasonCode {
    GOVERNMENT_STANDARD("fee-basis.government-standard"),
    OWN_COST("fee-basis.own-cost"),
    PER_PERSON("settlement.per-person"),
    FIXED_FEE("fee.fixed"),
    MAY_PAY("pay.open"),
    TERM_OVER("pay.over"),
    ALREADY_PAID("pay.done"),
    ORDER_OFF("pay.off"),
    MONEY_WENT_BACK("pay.back");

    private final String code;

    PaymentReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
