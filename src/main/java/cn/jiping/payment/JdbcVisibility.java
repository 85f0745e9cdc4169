package cn.jiping.payment;

import cn.jiping.database.ScopeColumns;

/** Which orders a scope covers: those of its cities, and those its persons pay. */
final class JdbcVisibility {
    /**
     * About a row of payment.payment_order; the statement must take {@link
     * ScopeColumns#parameters}.
     */
    static final String SEES =
            "(:everywhere or city = any(:divisions) or payer_id = any(:persons))";

    /** About a row that names no person. */
    static final String SEES_CITY = "(:everywhere or city = any(:divisions))";

    private JdbcVisibility() {}
}
