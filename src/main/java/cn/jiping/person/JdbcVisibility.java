package cn.jiping.person;

import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Whom a scope covers: persons it names, and those with dealings at a place it covers. */
final class JdbcVisibility {
    /** About the row {@code p} of person.person; the statement must be {@link #scoped}. */
    static final String SEES =
            """
            (:everywhere or p.person_id = any (:persons) or exists (
               select 1 from person.link l
               where l.person_id = p.person_id
               and (l.place_kind = 'DIVISION' and l.place = any (:divisions)
                    or l.place_kind = 'BODY' and l.place = any (cast(:bodies as text[])))))\
            """;

    private JdbcVisibility() {}

    static StatementSpec scoped(StatementSpec statement, Scope scope) {
        return statement.params(ScopeColumns.parameters(scope));
    }
}
