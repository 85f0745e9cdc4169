package cn.jiping.person;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersonStore implements PersonStore {
    private static final String MATCHES =
            """
             and p.state = 'ACTIVE' and p.name like :prefix
            and (:anyDocument or p.person_id = any (cast(:documentOwners as uuid[])))
            and (:anyContact or p.person_id = any (cast(:contactOwners as uuid[])))\
            """;

    private final JdbcClient jdbc;

    JdbcPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .param("asked", ids(persons))
                .query((row, _) -> person(row, 1))
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
                        roots(documents == null ? List.of() : loadOwnersOf(documents)))
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
        var next = load(person);
        while (next.isPresent()) {
            var above = next.get().absorbedBy();
            if (above == null) {
                return next.get().id();
            }
            next = load(above);
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
                .query((row, _) -> person(row, 1))
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static PersonView.Summary summary(ResultSet row) throws SQLException {
        return new PersonView.Summary(
                person(row, 1),
                row.getString("name"),
                row.getObject("born_on", LocalDate.class),
                sex(row),
                row.getString("masked"),
                PersonState.valueOf(row.getString("state")),
                instant(row, "registered_at"));
    }

    @Override
    public Optional<Core> load(PersonId person) {
        return loadAll(List.of(person)).stream().findFirst();
    }

    @Override
    public List<Core> loadAll(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select person_id, name, born_on, sex, state, absorbed_by, version, registered_at
                        from person.person where person_id = any (cast(:persons as uuid[]))
                        """)
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
                instant(row, "registered_at"));
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
    public List<PersonView.NameEntry> loadNames(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select id, name, from_on, until_on, proof, recorded_by, recorded_at,
                               corrected_by, corrected_at, correction
                        from person.name_entry where person_id = any (cast(:persons as uuid[]))
                        order by recorded_at, id
                        """)
                .param("persons", ids(persons))
                .query((row, _) ->
                        new PersonView.NameEntry(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                term(row),
                                row.getString("proof"),
                                recorded(row)))
                .list();
    }

    @Override
    public List<StoredDocument> loadDocuments(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select id, kind, number, masked, fingerprint, from_on, until_on, proof,
                               recorded_by, recorded_at, corrected_by, corrected_at, correction
                        from person.document where person_id = any (cast(:persons as uuid[]))
                        order by recorded_at, id
                        """)
                .param("persons", ids(persons))
                .query((row, _) ->
                        new StoredDocument(
                                new PersonView.DocumentEntry(
                                        row.getObject("id", UUID.class),
                                        IdentityDocument.Kind.valueOf(row.getString("kind")),
                                        row.getString("masked"),
                                        term(row),
                                        row.getString("proof"),
                                        recorded(row)),
                                new Ciphertext(row.getBytes("number")),
                                row.getString("fingerprint")))
                .list();
    }

    @Override
    public List<StoredContact> loadContacts(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select id, kind, value, masked, fingerprint, recorded_at, ended_at
                        from person.contact where person_id = any (cast(:persons as uuid[]))
                        order by recorded_at, id
                        """)
                .param("persons", ids(persons))
                .query((row, _) ->
                        new StoredContact(
                                new PersonView.ContactEntry(
                                        row.getObject("id", UUID.class),
                                        ContactKind.valueOf(row.getString("kind")),
                                        row.getString("masked"),
                                        instant(row, "recorded_at"),
                                        instantOrNull(row, "ended_at")),
                                new Ciphertext(row.getBytes("value")),
                                row.getString("fingerprint")))
                .list();
    }

    @Override
    public List<PersonView.Dealing> loadDealings(PersonId person) {
        return jdbc.sql(
                        """
                        select place_kind, place, why, min(since) as since from person.link
                        where person_id = :person
                        group by place_kind, place, why order by place_kind, place, why
                        """)
                .param("person", person.value())
                .query((row, _) ->
                        new PersonView.Dealing(
                                place(row),
                                row.getString("why"),
                                row.getObject("since", LocalDate.class)))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        var place = row.getString("place");
        return row.getString("place_kind").equals("BODY")
                ? Place.of(BodyId.of(place))
                : Place.of(new DivisionCode(place));
    }

    @Override
    public List<PersonId> loadOwnersOf(Collection<String> fingerprints) {
        return jdbc.sql(
                        """
                        select distinct person_id from person.document_number
                        where fingerprint = any (:fingerprints)
                        """)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, _) -> person(row, 1))
                .list();
    }

    @Override
    public boolean claim(SealedNumber number, PersonId person, UUID document) {
        for (var fingerprint : number.findableAs().stream().sorted().toList()) {
            var taken =
                    jdbc.sql(
                                    """
                                    insert into person.document_number (fingerprint, person_id, document_id)
                                    values (:fingerprint, :person, :document)
                                    on conflict (fingerprint) do nothing
                                    """)
                            .param("fingerprint", fingerprint)
                            .param("person", person.value())
                            .param("document", document)
                            .update();
            if (taken == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void release(PersonId person, UUID document) {
        jdbc.sql(
                        """
                        delete from person.document_number
                        where person_id = :person and document_id = :document
                        """)
                .param("person", person.value())
                .param("document", document)
                .update();
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
                .param("at", at(person.registeredAt()))
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
    public void insertName(PersonId person, NameRow row) {
        jdbc.sql(
                        """
                        insert into person.name_entry
                            (person_id, id, name, from_on, until_on, proof, recorded_by, recorded_at)
                        values (:person, :id, :name, :from, :until, :proof, :by, :at)
                        """)
                .param("person", person.value())
                .param("id", row.id())
                .param("name", row.name())
                .param("from", row.term().from())
                .param("until", row.term().until())
                .param("proof", row.proof())
                .param("by", row.recorded().by())
                .param("at", at(row.recorded().at()))
                .update();
    }

    @Override
    public void endNames(PersonId person, LocalDate until) {
        jdbc.sql(
                        """
                        update person.name_entry set until_on = :until
                        where person_id = :person and until_on is null and corrected_at is null
                        """)
                .param("until", until)
                .param("person", person.value())
                .update();
    }

    @Override
    public boolean correctName(PersonId person, UUID entry, Mark by, String reason) {
        return correct(
                """
                update person.name_entry
                set corrected_by = :by, corrected_at = :at, correction = :reason
                where person_id = :person and id = :id and corrected_at is null
                """,
                person,
                entry,
                by,
                reason);
    }

    @Override
    public void insertDocument(PersonId person, DocumentRow row) {
        jdbc.sql(
                        """
                        insert into person.document
                            (person_id, id, kind, number, masked, fingerprint, from_on, until_on,
                             proof, recorded_by, recorded_at)
                        values (:person, :id, :kind, :number, :masked, :fingerprint, :from, :until,
                                :proof, :by, :at)
                        """)
                .param("person", person.value())
                .param("id", row.id())
                .param("kind", row.kind().name())
                .param("number", row.number().encrypted().bytes())
                .param("masked", row.number().masked())
                .param("fingerprint", row.number().fingerprint())
                .param("from", row.term().from())
                .param("until", row.term().until())
                .param("proof", row.proof())
                .param("by", row.recorded().by())
                .param("at", at(row.recorded().at()))
                .update();
    }

    @Override
    public boolean correctDocument(PersonId person, UUID entry, Mark by, String reason) {
        return correct(
                """
                update person.document
                set corrected_by = :by, corrected_at = :at, correction = :reason
                where person_id = :person and id = :id and corrected_at is null
                """,
                person,
                entry,
                by,
                reason);
    }

    private boolean correct(String sql, PersonId person, UUID entry, Mark by, String reason) {
        return jdbc.sql(sql)
                        .param("by", by.by())
                        .param("at", at(by.at()))
                        .param("reason", reason)
                        .param("person", person.value())
                        .param("id", entry)
                        .update()
                == 1;
    }

    @Override
    public void endContacts(PersonId person, ContactKind kind, Instant at) {
        jdbc.sql(
                        """
                        update person.contact set ended_at = :at
                        where person_id = :person and kind = :kind and ended_at is null
                        """)
                .param("at", at(at))
                .param("person", person.value())
                .param("kind", kind.name())
                .update();
    }

    @Override
    public void insertContact(
            PersonId person, UUID id, ContactKind kind, SealedNumber value, Mark by) {
        jdbc.sql(
                        """
                        insert into person.contact
                            (person_id, id, kind, value, masked, fingerprint, recorded_by, recorded_at)
                        values (:person, :id, :kind, :value, :masked, :fingerprint, :by, :at)
                        """)
                .param("person", person.value())
                .param("id", id)
                .param("kind", kind.name())
                .param("value", value.encrypted().bytes())
                .param("masked", value.masked())
                .param("fingerprint", value.fingerprint())
                .param("by", by.by())
                .param("at", at(by.at()))
                .update();
    }

    @Override
    public void link(PersonId person, Place place, String why, LocalDate since, Instant at) {
        jdbc.sql(
                        """
                        insert into person.link
                            (person_id, place_kind, place, why, via, since, recorded_at)
                        values (:person, :kind, :place, :why, '', :since, :at)
                        on conflict (person_id, place_kind, place, why, via) do nothing
                        """)
                .param("person", person.value())
                .param("kind", place instanceof Place.OfBody ? "BODY" : "DIVISION")
                .param(
                        "place",
                        switch (place) {
                            case Place.OfDivision(var code) -> code.value();
                            case Place.OfBody(var id) -> id.toString();
                        })
                .param("why", why)
                .param("since", since)
                .param("at", at(at))
                .update();
    }

    @Override
    public void copyLinks(PersonId from, PersonId to, UUID merge) {
        jdbc.sql(
                        """
                        insert into person.link
                            (person_id, place_kind, place, why, via, since, recorded_at)
                        select cast(:to as uuid), place_kind, place, why, :merge, min(since), min(recorded_at)
                        from person.link where person_id = :whose
                        group by place_kind, place, why
                        """)
                .param("to", to.value())
                .param("merge", merge.toString())
                .param("whose", from.value())
                .update();
    }

    @Override
    public void removeLinks(UUID merge, PersonId from) {
        jdbc.sql("delete from person.link where person_id = :whose and via = :merge")
                .param("merge", merge.toString())
                .param("whose", from.value())
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

    private static PersonView.Term term(ResultSet row) throws SQLException {
        return new PersonView.Term(
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }

    private static PersonView.Recorded recorded(ResultSet row) throws SQLException {
        var correctedAt = instantOrNull(row, "corrected_at");
        return new PersonView.Recorded(
                row.getString("recorded_by"),
                instant(row, "recorded_at"),
                correctedAt == null
                        ? null
                        : new PersonView.Correction(
                                row.getString("corrected_by"),
                                correctedAt,
                                row.getString("correction")));
    }

    private static @Nullable Sex sex(ResultSet row) throws SQLException {
        var sex = row.getString("sex");
        return sex == null ? null : Sex.valueOf(sex);
    }

    private static PersonId person(ResultSet row, int column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static String[] ids(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::toString).toArray(String[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
