package cn.jiping.draw;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.Map;
import java.util.UUID;

/** Which draws a scope covers. */
final class JdbcVisibility {
    /** About a row of draw.draw; the statement must take {@link #scoped}. */
    static final String SEES = "(:everywhere or division = any(:divisions) or body = any(:bodies))";

    private JdbcVisibility() {}

    static Map<String, Object> scoped(Scope scope) {
        return Map.of(
                "everywhere",
                scope.everywhere(),
                "divisions",
                scope.divisions().stream().map(DivisionCode::value).toArray(String[]::new),
                "bodies",
                scope.bodies().stream().map(BodyId::value).toArray(UUID[]::new));
    }
}
