package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.person.PersonStore.Mark;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEntryStore implements EntryStore {
    /** Of an entry of any kind, if nobody corrected it before. */
    private static final String CORRECTED =
            """
             set corrected_by = :by, corrected_at = :at, correction = :reason
            where person_id = :person and id = :id and corrected_at is null
            """;

    private final JdbcClient jdbc;

    JdbcEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .param("persons", JdbcPersonStore.ids(persons))
                .query((row, _) ->
                        new PersonView.NameEntry(
                                Columns.uuid(row, "id"),
                                row.getString("name"),
                                term(row),
                                row.getString("proof"),
                                recorded(row)))
                .list();
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
                .param("at", Columns.at(row.recorded().at()))
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
        return correct("update person.name_entry", person, entry, by, reason);
    }

    @Override
    public List<StoredDocument> loadDocuments(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select person_id, id, kind, number, masked, fingerprint, from_on, until_on,
                               proof, recorded_by, recorded_at, corrected_by, corrected_at, correction
                        from person.document where person_id = any (cast(:persons as uuid[]))
                        order by recorded_at, id
                        """)
                .param("persons", JdbcPersonStore.ids(persons))
                .query((row, _) ->
                        new StoredDocument(
                                new PersonId(Columns.uuid(row, "person_id")),
                                new PersonView.DocumentEntry(
                                        Columns.uuid(row, "id"),
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
                .param("at", Columns.at(row.recorded().at()))
                .update();
    }

    @Override
    public boolean correctDocument(PersonId person, UUID entry, Mark by, String reason) {
        return correct("update person.document", person, entry, by, reason);
    }

    private boolean correct(String update, PersonId person, UUID entry, Mark by, String reason) {
        return jdbc.sql(update + CORRECTED)
                        .param("by", by.by())
                        .param("at", Columns.at(by.at()))
                        .param("reason", reason)
                        .param("person", person.value())
                        .param("id", entry)
                        .update()
                == 1;
    }

    @Override
    public List<PersonId> loadOwnersOf(Collection<String> fingerprints) {
        return jdbc.sql(
                        """
                        select distinct person_id from person.document_number
                        where fingerprint = any (:fingerprints)
                        """)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query((row, _) -> JdbcPersonStore.person(row, 1))
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
    public List<StoredContact> loadContacts(Collection<PersonId> persons) {
        return jdbc.sql(
                        """
                        select id, kind, value, masked, fingerprint, recorded_at, ended_at
                        from person.contact where person_id = any (cast(:persons as uuid[]))
                        order by recorded_at, id
                        """)
                .param("persons", JdbcPersonStore.ids(persons))
                .query((row, _) ->
                        new StoredContact(
                                new PersonView.ContactEntry(
                                        Columns.uuid(row, "id"),
                                        ContactKind.valueOf(row.getString("kind")),
                                        row.getString("masked"),
                                        Columns.instant(row, "recorded_at"),
                                        Columns.instantOrNull(row, "ended_at")),
                                new Ciphertext(row.getBytes("value")),
                                row.getString("fingerprint")))
                .list();
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
                .param("at", Columns.at(by.at()))
                .update();
    }

    @Override
    public void endContacts(PersonId person, ContactKind kind, Instant at) {
        jdbc.sql(
                        """
                        update person.contact set ended_at = :at
                        where person_id = :person and kind = :kind and ended_at is null
                        """)
                .param("at", Columns.at(at))
                .param("person", person.value())
                .param("kind", kind.name())
                .update();
    }

    private static PersonView.Term term(ResultSet row) throws SQLException {
        return new PersonView.Term(
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }

    private static PersonView.Recorded recorded(ResultSet row) throws SQLException {
        var correctedAt = Columns.instantOrNull(row, "corrected_at");
        return new PersonView.Recorded(
                row.getString("recorded_by"),
                Columns.instant(row, "recorded_at"),
                correctedAt == null
                        ? null
                        : new PersonView.Correction(
                                row.getString("corrected_by"),
                                correctedAt,
                                row.getString("correction")));
    }
}
