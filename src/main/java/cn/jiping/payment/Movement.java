package cn.jiping.payment;

/** 记账事由: what happened, and the accounts it moves money to and from. */
enum Movement {
    OPENED(LedgerAccount.RECEIVABLE, LedgerAccount.FEE_INCOME),
    PAID(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.RECEIVABLE),
    LAPSED(LedgerAccount.FEE_INCOME, LedgerAccount.RECEIVABLE),
    CANCELLED(LedgerAccount.FEE_INCOME, LedgerAccount.RECEIVABLE),
    TAKEN_IN_EXCESS(LedgerAccount.GATEWAY_CLEARING, LedgerAccount.REFUNDS_DUE),
    REFUND_ASKED(LedgerAccount.FEE_INCOME, LedgerAccount.REFUNDS_DUE),
    REFUNDED(LedgerAccount.REFUNDS_DUE, LedgerAccount.GATEWAY_CLEARING),
    SETTLEMENT_DECLARED(LedgerAccount.SETTLEMENT_EXPENSE, LedgerAccount.SETTLEMENT_DUE),
    SETTLEMENT_RECEIVED(LedgerAccount.SETTLEMENT_DUE, LedgerAccount.PROVINCE_RECEIVED);

    private final LedgerAccount to;
    private final LedgerAccount from;

    Movement(LedgerAccount to, LedgerAccount from) {
        this.to = to;
        this.from = from;
    }

    LedgerAccount to() {
        return to;
    }

    LedgerAccount from() {
        return from;
    }
}
