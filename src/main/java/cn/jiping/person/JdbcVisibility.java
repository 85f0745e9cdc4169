package cn.jiping.person;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Whom a scope covers: persons it names, and those with dealings at a place it covers. */
final class JdbcVisibility {
    /** About the row {@code p} of person.person; the statement must be {@link #scoped}. */
    static final String SEES =
            """
            (:everywhere or p.person_id = any (cast(:persons as uuid[])) or exists (
               select 1 from person.link l
               where l.person_id = p.person_id
               and (l.place_kind = 'DIVISION' and l.place = any (:divisions)
                    or l.place_kind = 'BODY' and l.place = any (:bodies))))\
            """;

    private JdbcVisibility() {}

    static StatementSpec scoped(StatementSpec statement, Scope scope) {
        return statement
                .param("everywhere", scope.everywhere())
                .param(
                        "persons",
                        scope.persons().stream().map(PersonId::toString).toArray(String[]::new))
                .param(
                        "divisions",
                        scope.divisions().stream().map(DivisionCode::value).toArray(String[]::new))
                .param(
                        "bodies",
                        scope.bodies().stream().map(BodyId::toString).toArray(String[]::new));
    }
}
