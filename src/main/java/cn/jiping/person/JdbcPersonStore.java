package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersonStore implements PersonStore {
    private static final String SELECT =
            """
            select person_id, name, born_on, sex, state, absorbed_by, version, registered_at
            from person.person
            """;

    private final JdbcClient jdbc;

    JdbcPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Core> load(PersonId person) {
        return jdbc.sql(SELECT + "where person_id = :person")
                .param("person", person.value())
                .query((row, _) -> core(row))
                .optional();
    }

    @Override
    public List<Core> loadAll(Collection<PersonId> persons) {
        return jdbc.sql(SELECT + "where person_id = any (cast(:persons as uuid[]))")
                .param("persons", ids(persons))
                .query((row, _) -> core(row))
                .list();
    }

    private static Core core(ResultSet row) throws SQLException {
        var absorbedBy = row.getObject("absorbed_by", UUID.class);
        var bornOn = row.getObject("born_on", LocalDate.class);
        var sex = sex(row);
        return new Core(
                person(row, 1),
                row.getString("name"),
                bornOn == null || sex == null ? null : new Birth(bornOn, sex),
                PersonState.valueOf(row.getString("state")),
                absorbedBy == null ? null : new PersonId(absorbedBy),
                row.getInt("version"),
                Columns.instant(row, "registered_at"));
    }

    @Override
    public List<PersonId> loadCluster(PersonId person) {
        return jdbc.sql(
                        """
                        with recursive cluster as (
                            select person_id from person.person where person_id = :person
                            union
                            select p.person_id from person.person p
                            join cluster c on p.absorbed_by = c.person_id)
                        select person_id from cluster
                        """)
                .param("person", person.value())
                .query((row, _) -> person(row, 1))
                .list();
    }

    @Override
    public Map<PersonId, List<PersonId>> loadClusters(Collection<PersonId> persons) {
        return jdbc
                .sql(
                        """
                        with recursive kept as (
                            select person_id as asked, person_id, absorbed_by from person.person
                            where person_id = any (cast(:persons as uuid[]))
                            union all
                            select k.asked, p.person_id, p.absorbed_by from person.person p
                            join kept k on p.person_id = k.absorbed_by),
                        cluster as (
                            select asked, person_id from kept where absorbed_by is null
                            union all
                            select c.asked, p.person_id from person.person p
                            join cluster c on p.absorbed_by = c.person_id)
                        select asked, person_id from cluster
                        """)
                .param("persons", ids(persons))
                .query((row, _) -> Map.entry(person(row, 1), person(row, 2)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public void insert(Core person, String by) {
        var birth = person.birth();
        jdbc.sql(
                        """
                        insert into person.person
                            (person_id, name, born_on, sex, state, version, registered_by, registered_at)
                        values (:person, :name, :bornOn, :sex, :state, :version, :by, :at)
                        """)
                .param("person", person.id().value())
                .param("name", person.name())
                .param("bornOn", birth == null ? null : birth.bornOn())
                .param("sex", birth == null ? null : birth.sex().name())
                .param("state", person.state().name())
                .param("version", person.version())
                .param("by", by)
                .param("at", Columns.at(person.registeredAt()))
                .update();
    }

    @Override
    public boolean advance(PersonId person, int version) {
        return jdbc.sql(
                                """
                                update person.person set version = version + 1
                                where person_id = :person and version = :version
                                """)
                        .param("person", person.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    @Override
    public void changeName(PersonId person, String name) {
        jdbc.sql("update person.person set name = :name where person_id = :person")
                .param("name", name)
                .param("person", person.value())
                .update();
    }

    @Override
    public void changeBirth(PersonId person, Birth birth) {
        jdbc.sql(
                        """
                        update person.person set born_on = :bornOn, sex = :sex
                        where person_id = :person
                        """)
                .param("bornOn", birth.bornOn())
                .param("sex", birth.sex().name())
                .param("person", person.value())
                .update();
    }

    @Override
    public void changeState(PersonId person, PersonState state, @Nullable PersonId absorbedBy) {
        jdbc.sql(
                        """
                        update person.person set state = :state, absorbed_by = :absorbedBy
                        where person_id = :person
                        """)
                .param("state", state.name())
                .param("absorbedBy", absorbedBy == null ? null : absorbedBy.value())
                .param("person", person.value())
                .update();
    }

    @Override
    public Map<PersonId, String> loadAlike(Core person, Collection<String> fingerprints) {
        var birth = person.birth();
        var found = new HashMap<PersonId, String>();
        jdbc.sql(
                        """
                        select person_id, 'SAME_BIRTH' as reason from person.person
                        where name = :name and born_on = :bornOn and sex = :sex and state = 'ACTIVE'
                        union all
                        select person_id, 'SAME_CONTACT' from person.contact
                        where fingerprint = any (:fingerprints)
                        union all
                        select person_id, 'SAME_DOCUMENT' from person.document
                        where fingerprint = any (:fingerprints)
                        """)
                .param("name", person.name())
                .param("bornOn", birth == null ? null : birth.bornOn())
                .param("sex", birth == null ? null : birth.sex().name())
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, _) -> Map.entry(person(row, 1), row.getString(2)))
                .list()
                .forEach(entry ->
                        found.merge(entry.getKey(), entry.getValue(), JdbcPersonStore::joined));
        return found;
    }

    private static String joined(String some, String more) {
        return some.contains(more) ? some : some + " " + more;
    }

    @Override
    public void erase(PersonId person) {
        for (var sql :
                List.of(
                        "delete from person.name_entry where person_id = :person",
                        "delete from person.document where person_id = :person",
                        "delete from person.document_number where person_id = :person",
                        "delete from person.contact where person_id = :person",
                        "delete from person.link where person_id = :person",
                        """
                        update person.person
                        set name = '', born_on = null, sex = null, state = 'ERASED'
                        where person_id = :person
                        """)) {
            jdbc.sql(sql).param("person", person.value()).update();
        }
    }

    static @Nullable Sex sex(ResultSet row) throws SQLException {
        var sex = row.getString("sex");
        return sex == null ? null : Sex.valueOf(sex);
    }

    static PersonId person(ResultSet row, int column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    static String[] ids(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::toString).toArray(String[]::new);
    }
}
