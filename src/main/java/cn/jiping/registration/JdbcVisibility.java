package cn.jiping.registration;

import cn.jiping.database.ScopeColumns;

/**
 * Which applications a scope covers: a person's own; those made at the counters of its counties;
 * and those handed in, of its cities and bodies.
 */
final class JdbcVisibility {
    /**
     * About a row of registration.application; the statement must take {@link
     * ScopeColumns#parameters}.
     */
    static final String SEES =
            """
            (:everywhere or person_id = any(:persons) or county = any(:divisions)
                or (submitted_at is not null
                    and (city = any(:divisions) or body = any(:bodies))))
            """;

    private JdbcVisibility() {}
}
