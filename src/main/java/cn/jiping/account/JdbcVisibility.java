package cn.jiping.account;

import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which accounts a scope covers: those whose home or one of whose roles lies within it. */
final class JdbcVisibility {
    /** About the row {@code a} of account.account; the statement must be {@link #scoped}. */
    static final String VISIBLE =
            """
            (:everywhere or a.home = any(:divisions)
             or exists (select 1 from account.role_grant s
                        where s.account = a.id and s.ended_at is null
                          and s.division = any(:divisions)))
            """;

    private JdbcVisibility() {}

    static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec sql, Scope scope) {
        return sql.params(ScopeColumns.parameters(scope));
    }
}
