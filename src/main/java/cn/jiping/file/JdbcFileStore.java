package cn.jiping.file;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Subject;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.file.FileView.Deletion;
import cn.jiping.file.FileView.Hashes;
import cn.jiping.file.FileView.Standing;
import cn.jiping.file.StoredFile.Asked;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFileStore implements FileStore {
    private static final String ROW =
            """
            select id, purpose, kind, name, size, sha256, original_sha256, blob, sealed_key,
                   division, body, person, subject_type, subject_id, keep_until, erase_on, hold_reason,
                   stored_at, stored_by, deletion_reason, deletion_asked_at, deletion_asked_by,
                   deletion_account, deletion_person, version
            from file.file
            where deleted_at is null
            """;
    private static final String IN_SCOPE =
            " and (" + ScopeColumns.SEES + " or person = any(:persons)) ";

    private final JdbcClient jdbc;

    JdbcFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(StoredFile file, ClientKey client) {
        var view = file.view();
        var place = view.place();
        return jdbc.sql(
                                """
                                insert into file.file (id, purpose, kind, name, size, sha256, original_sha256,
                                    blob, sealed_key, division, body, person, subject_type, subject_id,
                                    keep_until, erase_on, stored_at, stored_by, client, client_key,
                                    changed_at, changed_by, version)
                                values (:id, :purpose, :kind, :name, :size, :sha256, :original, :blob,
                                    :sealed_key, :division, :body, :person, :subject_type, :subject_id,
                                    :keep_until, :erase_on, :at, :by, :client, :client_key, :at, :by, 0)
                                on conflict (client, client_key) do nothing
                                """)
                        .param("id", view.id().value())
                        .param("purpose", view.purpose().name())
                        .param("kind", view.kind().name())
                        .param("name", view.name())
                        .param("size", view.size())
                        .param("sha256", view.hashes().content())
                        .param("original", view.hashes().original())
                        .param("blob", file.blob().value())
                        .param("sealed_key", file.sealedKey().orElse(null))
                        .param(
                                "division",
                                place.division() == null ? null : place.division().value())
                        .param("body", place.body() == null ? null : place.body().value())
                        .param("person", place.person() == null ? null : place.person().value())
                        .param("subject_type", view.subject().type())
                        .param("subject_id", view.subject().id())
                        .param("keep_until", view.terms().keepUntil())
                        .param("erase_on", view.terms().eraseOn())
                        .param("at", Columns.at(view.storedAt()))
                        .param("by", view.storedBy())
                        .param("client", client.client())
                        .param("client_key", client.key())
                        .update()
                == 1;
    }

    @Override
    public Optional<StoredFile> find(Scope scope, FileId id) {
        return find(scope, id, "");
    }

    @Override
    public Optional<StoredFile> lock(Scope scope, FileId id) {
        return find(scope, id, " for update");
    }

    private Optional<StoredFile> find(Scope scope, FileId id, String held) {
        return jdbc.sql(ROW + " and id = :id " + IN_SCOPE + held)
                .param("id", id.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> file(row))
                .optional();
    }

    @Override
    public List<FileView> list(Scope scope, Subject subject) {
        return jdbc.sql(
                        ROW
                                + " and subject_type = :subject_type and subject_id = :subject_id "
                                + IN_SCOPE
                                + " order by id")
                .param("subject_type", subject.type())
                .param("subject_id", subject.id())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> file(row).view())
                .list();
    }

    @Override
    public Optional<FileId> loadStoredBy(ClientKey client) {
        return jdbc.sql(
                        "select id from file.file where client = :client and client_key = :client_key")
                .param("client", client.client())
                .param("client_key", client.key())
                .query((row, _) -> id(row))
                .optional();
    }

    @Override
    public void askDeletion(StoredFile file, @Nullable String reason, Actor actor, Instant now) {
        var asks = reason != null;
        changed(
                file,
                jdbc.sql(
                                """
                                update file.file
                                set deletion_reason = :reason, deletion_asked_at = :asked_at,
                                    deletion_asked_by = :asked_by, deletion_account = :account,
                                    deletion_person = :person, changed_at = :at, changed_by = :by,
                                    version = version + 1
                                where id = :id and version = :version and deleted_at is null
                                """)
                        .param("reason", reason)
                        .param("asked_at", asks ? Columns.at(now) : null)
                        .param("asked_by", asks ? actor.name() : null)
                        .param(
                                "account",
                                asks && actor.account() != null ? actor.account().value() : null)
                        .param(
                                "person",
                                asks && actor.person() != null ? actor.person().value() : null)
                        .params(changing(file, actor, now))
                        .update());
    }

    @Override
    public void hold(StoredFile file, @Nullable String reason, Actor actor, Instant now) {
        changed(
                file,
                jdbc.sql(
                                """
                                update file.file
                                set hold_reason = :reason, changed_at = :at, changed_by = :by,
                                    version = version + 1
                                where id = :id and version = :version and deleted_at is null
                                """)
                        .param("reason", reason)
                        .params(changing(file, actor, now))
                        .update());
    }

    @Override
    public void delete(StoredFile file, Actor actor, Instant now) {
        changed(
                file,
                jdbc.sql(
                                """
                                update file.file
                                set deleted_at = :at, name = '', sealed_key = null, changed_at = :at,
                                    changed_by = :by, version = version + 1
                                where id = :id and version = :version and deleted_at is null
                                """)
                        .params(changing(file, actor, now))
                        .update());
    }

    private static Map<String, @Nullable Object> changing(
            StoredFile file, Actor actor, Instant now) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", file.id().value());
        params.put("version", file.view().standing().version());
        params.put("at", Columns.at(now));
        params.put("by", actor.name());
        return params;
    }

    private void changed(StoredFile file, int rows) {
        if (rows == 0) {
            throw jdbc.sql("select changed_at, changed_by from file.file where id = :id")
                    .param("id", file.id().value())
                    .query((row, _) ->
                            new Stale(
                                    List.of(),
                                    row.getString("changed_by"),
                                    Columns.instant(row, "changed_at")))
                    .single();
        }
    }

    @Override
    public List<StoredFile> loadToErase(LocalDate today, int atMost) {
        return jdbc.sql(
                        ROW
                                + """
                                 and erase_on is not null and erase_on <= :today
                                 and hold_reason is null
                                order by erase_on, id limit :most
                                """)
                .param("today", today)
                .param("most", atMost)
                .query((row, _) -> file(row))
                .list();
    }

    @Override
    public Optional<LocalDate> loadNextErasure(LocalDate after) {
        return jdbc.sql(
                        """
                        select erase_on from file.file
                        where deleted_at is null and erase_on is not null and erase_on > :after
                          and hold_reason is null
                        order by erase_on limit 1
                        """)
                .param("after", after)
                .query((row, _) -> row.getObject("erase_on", LocalDate.class))
                .optional();
    }

    @Override
    public Set<BlobAddress> loadInUse(List<BlobAddress> blobs) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct blob from file.file
                                where deleted_at is null and blob = any(:blobs)
                                """)
                        .param(
                                "blobs",
                                blobs.stream().map(BlobAddress::value).toArray(String[]::new))
                        .query((row, _) -> new BlobAddress(row.getString("blob")))
                        .list());
    }

    @Override
    public List<StoredFile> loadAfter(@Nullable FileId after, int atMost) {
        return jdbc.sql(ROW + " and id > :after order by id limit :most")
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("most", atMost)
                .query((row, _) -> file(row))
                .list();
    }

    @Override
    public List<StoredFile> loadKeysNotUnder(byte[] prefix, int atMost) {
        return jdbc.sql(
                        ROW
                                + """
                                 and sealed_key is not null
                                 and substring(sealed_key from 1 for :length) <> :prefix
                                order by id limit :most
                                """)
                .param("length", prefix.length)
                .param("prefix", prefix)
                .param("most", atMost)
                .query((row, _) -> file(row))
                .list();
    }

    @Override
    public long countedKeysNotUnder(byte[] prefix) {
        return jdbc.sql(
                        """
                        select count(*) from file.file
                        where sealed_key is not null
                          and substring(sealed_key from 1 for :length) <> :prefix
                        """)
                .param("length", prefix.length)
                .param("prefix", prefix)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public boolean reseal(FileId file, byte[] before, byte[] sealed) {
        return jdbc.sql(
                                """
                                update file.file set sealed_key = :sealed
                                where id = :id and sealed_key = :before
                                """)
                        .param("sealed", sealed)
                        .param("id", file.value())
                        .param("before", before)
                        .update()
                == 1;
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        var asked = asked(row);
        var view =
                new FileView(
                        id(row),
                        FilePurpose.valueOf(row.getString("purpose")),
                        FileKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getLong("size"),
                        new Hashes(row.getString("sha256"), row.getString("original_sha256")),
                        place(row),
                        new Subject(row.getString("subject_type"), row.getString("subject_id")),
                        new Terms(
                                row.getObject("keep_until", LocalDate.class),
                                row.getObject("erase_on", LocalDate.class)),
                        new Standing(
                                row.getString("hold_reason"),
                                asked == null
                                        ? null
                                        : new Deletion(asked.reason(), asked.at(), asked.name()),
                                row.getInt("version")),
                        Columns.instant(row, "stored_at"),
                        row.getString("stored_by"));
        return new StoredFile(
                view, new BlobAddress(row.getString("blob")), row.getBytes("sealed_key"), asked);
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        var reason = row.getString("deletion_reason");
        if (reason == null) {
            return null;
        }
        var account = row.getObject("deletion_account", UUID.class);
        var person = row.getObject("deletion_person", UUID.class);
        return new Asked(
                reason,
                Columns.instant(row, "deletion_asked_at"),
                row.getString("deletion_asked_by"),
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person));
    }

    private static Place place(ResultSet row) throws SQLException {
        var division = row.getString("division");
        var body = row.getObject("body", UUID.class);
        var person = row.getObject("person", UUID.class);
        return new Place(
                division == null ? null : new DivisionCode(division),
                body == null ? null : new BodyId(body),
                person == null ? null : new PersonId(person));
    }

    private static FileId id(ResultSet row) throws SQLException {
        return new FileId(row.getObject("id", UUID.class));
    }
}
