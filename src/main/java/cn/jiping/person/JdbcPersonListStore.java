package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersonListStore implements PersonListStore {
    private static final String MATCHES =
            """
             and p.state = 'ACTIVE' and p.name like :prefix
            and (:anyDocument or p.person_id = any (cast(:documentOwners as uuid[])))
            and (:anyContact or p.person_id = any (cast(:contactOwners as uuid[])))\
            """;

    private static final String SEARCH =
            """
            select p.person_id, p.name, p.born_on, p.sex, p.state, p.registered_at,
                   (select d.masked from person.document d
                    where d.person_id = p.person_id and d.corrected_at is null
                    order by d.recorded_at desc, d.id desc limit 1) as masked
            from person.person p where
            """
                    + JdbcVisibility.SEES
                    + MATCHES;
    private static final String PAGE = " limit :limit offset :offset";

    private final JdbcClient jdbc;
    private final PersonStore store;
    private final EntryStore entries;

    JdbcPersonListStore(JdbcClient jdbc, PersonStore store, EntryStore entries) {
        this.jdbc = jdbc;
        this.store = store;
        this.entries = entries;
    }

    @Override
    public List<PersonView.Summary> search(Scope scope, Criteria criteria, Paging paging) {
        var sql =
                switch (criteria.sort()) {
                    case NAME -> SEARCH + " order by p.name, p.person_id" + PAGE;
                    case NEWEST -> SEARCH + " order by p.registered_at desc, p.person_id" + PAGE;
                };
        return matching(JdbcVisibility.scoped(jdbc.sql(sql), scope), criteria)
                .param("limit", paging.size())
                .param("offset", paging.offset())
                .query((row, _) -> summary(row))
                .list();
    }

    @Override
    public long count(Scope scope, Criteria criteria) {
        return matching(
                        JdbcVisibility.scoped(
                                jdbc.sql(
                                        "select count(*) from person.person p where "
                                                + JdbcVisibility.SEES
                                                + MATCHES),
                                scope),
                        criteria)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public List<PersonId> listVisible(Scope scope, Collection<PersonId> persons) {
        return JdbcVisibility.scoped(
                        jdbc.sql(
                                """
                                select p.person_id from person.person p
                                where p.person_id = any (cast(:asked as uuid[])) and
                                """
                                        + JdbcVisibility.SEES),
                        scope)
                .param("asked", JdbcPersonStore.ids(persons))
                .query((row, _) -> JdbcPersonStore.person(row, 1))
                .list();
    }

    private StatementSpec matching(StatementSpec statement, Criteria criteria) {
        var documents = criteria.documents();
        var contacts = criteria.contacts();
        return statement
                .param("prefix", escaped(criteria.namePrefix()) + "%")
                .param("anyDocument", documents == null)
                .param(
                        "documentOwners",
                        roots(documents == null ? List.of() : entries.loadOwnersOf(documents)))
                .param("anyContact", contacts == null)
                .param(
                        "contactOwners",
                        roots(contacts == null ? List.of() : contactOwners(contacts)));
    }

    private String[] roots(List<PersonId> persons) {
        return persons.stream()
                .map(this::root)
                .distinct()
                .map(PersonId::toString)
                .toArray(String[]::new);
    }

    private PersonId root(PersonId person) {
        var next = store.load(person);
        while (next.isPresent()) {
            var above = next.get().absorbedBy();
            if (above == null) {
                return next.get().id();
            }
            next = store.load(above);
        }
        return person;
    }

    private List<PersonId> contactOwners(List<String> fingerprints) {
        return jdbc.sql(
                        """
                        select distinct person_id from person.contact
                        where fingerprint = any (:fingerprints) and ended_at is null
                        """)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, _) -> JdbcPersonStore.person(row, 1))
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static PersonView.Summary summary(ResultSet row) throws SQLException {
        return new PersonView.Summary(
                JdbcPersonStore.person(row, 1),
                row.getString("name"),
                row.getObject("born_on", LocalDate.class),
                JdbcPersonStore.sex(row),
                row.getString("masked"),
                PersonState.valueOf(row.getString("state")),
                Columns.instant(row, "registered_at"));
    }
}
