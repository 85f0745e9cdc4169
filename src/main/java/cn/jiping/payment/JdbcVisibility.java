package cn.jiping.payment;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.util.Map;
import java.util.UUID;

/** Which orders a scope covers: those of its cities, and those its persons pay. */
final class JdbcVisibility {
    /** About a row of payment.payment_order; the statement must take {@link #scoped}. */
    static final String SEES =
            "(:everywhere or city = any(:divisions) or payer_id = any(:persons))";

    /** About a row that names no person. */
    static final String SEES_CITY = "(:everywhere or city = any(:divisions))";

    private JdbcVisibility() {}

    static Map<String, Object> scoped(Scope scope) {
        return Map.of(
                "everywhere",
                scope.everywhere(),
                "divisions",
                scope.divisions().stream().map(DivisionCode::value).toArray(String[]::new),
                "persons",
                scope.persons().stream().map(PersonId::value).toArray(UUID[]::new));
    }
}
