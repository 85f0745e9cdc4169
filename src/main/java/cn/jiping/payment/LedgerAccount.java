package cn.jiping.payment;

/**
 * 账户: where money stands; sums above nothing are owed to the city or held, below nothing owed by
 * it.
 */
public enum LedgerAccount {
    /** 应收考生. */
    RECEIVABLE,
    /** 网关待清算. */
    GATEWAY_CLEARING,
    /** 收费收入. */
    FEE_INCOME,
    /** 应退款. */
    REFUNDS_DUE,
    /** 上缴支出. */
    SETTLEMENT_EXPENSE,
    /** 应上缴省. */
    SETTLEMENT_DUE,
    /** 省级已收. */
    PROVINCE_RECEIVED
}
