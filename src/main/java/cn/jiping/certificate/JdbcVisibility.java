package cn.jiping.certificate;

import cn.jiping.database.ScopeColumns;

/**
 * Which certificates a scope covers: those of its cities and counties, and those of its persons.
 */
final class JdbcVisibility {
    /** The statement must take {@link ScopeColumns#parameters}. */
    static final String SEES =
            """
            (:everywhere or city = any(:divisions) or county = any(:divisions)
             or person_id = any(:persons))\
            """;

    private JdbcVisibility() {}
}
