package cn.jiping.database;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.util.Map;
import java.util.UUID;

/** How the stores of all modules ask for the rows that a scope covers. */
public final class ScopeColumns {
    /** About a row with a division and a body; takes the {@link #parameters}. */
    public static final String SEES =
            "(:everywhere or division = any(:divisions) or body = any(:bodies))";

    private ScopeColumns() {}

    /** The names that conditions about a scope may use; each takes of them what it needs. */
    public static Map<String, Object> parameters(Scope scope) {
        return Map.of(
                "everywhere",
                scope.everywhere(),
                "divisions",
                scope.divisions().stream().map(DivisionCode::value).toArray(String[]::new),
                "bodies",
                scope.bodies().stream().map(BodyId::value).toArray(UUID[]::new),
                "persons",
                scope.persons().stream().map(PersonId::value).toArray(UUID[]::new));
    }
}
