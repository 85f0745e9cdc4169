package cn.jiping.policy;

import cn.jiping.shared.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLawVersionStore implements LawVersionStore {
    private static final long LOCK = 0x6c6177; // "law"

    private final JdbcClient jdbc;

    JdbcLawVersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String book, SortedMap<String, String> files) {
        var known = loadFiles(book).keySet();
        files.forEach((path, content) -> {
            if (!known.contains(path)) {
                keep(book, path, content);
            }
        });
    }

    private void keep(String book, String path, String content) {
        var hash = LawFiles.hashOf(content);
        jdbc.sql(
                        """
                        insert into policy.text (hash, content) values (:hash, :content)
                        on conflict do nothing
                        """)
                .param("hash", hash)
                .param("content", content.getBytes(StandardCharsets.UTF_8))
                .update();
        jdbc.sql(
                        """
                        insert into policy.book_file (book, path, text) values (:book, :path, :text)
                        on conflict do nothing
                        """)
                .param("book", book)
                .param("path", path)
                .param("text", hash)
                .update();
    }

    @Override
    public SortedMap<String, String> loadFiles(String book) {
        var files = new TreeMap<String, String>();
        jdbc.sql(
                        """
                        select f.path, t.content from policy.book_file f
                        join policy.text t on t.hash = f.text where f.book = :book
                        """)
                .param("book", book)
                .query(row -> {
                    files.put(
                            row.getString("path"),
                            new String(row.getBytes("content"), StandardCharsets.UTF_8));
                });
        return files;
    }

    @Override
    public boolean addProgramLaw(String book, Instant at) {
        return jdbc.sql(
                                """
                                insert into policy.program_law (book, taken_at) values (:book, :at)
                                on conflict do nothing
                                """)
                        .param("book", book)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<String> loadProgramLawBefore(String book) {
        return jdbc.sql(
                        """
                        select book from policy.program_law where book <> :book
                        order by taken_at desc limit 1
                        """)
                .param("book", book)
                .query((row, _) -> row.getString("book"))
                .optional();
    }

    @Override
    public Optional<Pointer> loadInForce() {
        return jdbc.sql("select number, book, by_people, calendar from policy.in_force where one")
                .query((row, _) ->
                        new Pointer(
                                row.getInt("number"),
                                row.getString("book"),
                                row.getBoolean("by_people"),
                                row.getInt("calendar")))
                .optional();
    }

    @Override
    public void lockAgainstActivation() {
        lock("select pg_advisory_xact_lock_shared(:lock)");
    }

    @Override
    public void lockAgainstDecisions() {
        lock("select pg_advisory_xact_lock(:lock)");
    }

    private void lock(String statement) {
        jdbc.sql(statement).param("lock", LOCK).query((_, _) -> true).single();
    }

    @Override
    public boolean putInForce(
            @Nullable Pointer seen, LawVersion version, @Nullable Accounts accounts) {
        var pointed =
                seen == null
                        ? jdbc.sql(
                                """
                                insert into policy.in_force (one, number, book, by_people, calendar)
                                values (true, :number, :book, :people, 0) on conflict do nothing
                                """)
                        : jdbc.sql(
                                        """
                                        update policy.in_force set number = :number, book = :book,
                                            by_people = :people where one and number = :seen
                                        """)
                                .param("seen", seen.number());
        var done =
                pointed.param("number", version.number())
                        .param("book", version.book())
                        .param("people", version.byPeople())
                        .update();
        if (done == 1) {
            insert(version, accounts);
        }
        return done == 1;
    }

    private void insert(LawVersion version, @Nullable Accounts accounts) {
        jdbc.sql(
                        """
                        insert into policy.version (number, book, by_people, draft, title,
                            proposed_by, confirmed_by, proposed_account, confirmed_account,
                            in_force_from)
                        values (:number, :book, :people, :draft, :title, :proposedBy, :confirmedBy,
                            :proposer, :confirmer, :from)
                        """)
                .param("number", version.number())
                .param("book", version.book())
                .param("people", version.byPeople())
                .param("draft", version.draft())
                .param("title", version.title())
                .param("proposedBy", version.proposedBy())
                .param("confirmedBy", version.confirmedBy())
                .param("proposer", accounts == null ? null : accounts.proposer().value())
                .param("confirmer", accounts == null ? null : accounts.confirmer().value())
                .param("from", version.inForceFrom().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<LawVersion> loadVersion(int number) {
        return jdbc.sql(
                        """
                        select number, book, by_people, draft, title, proposed_by, confirmed_by,
                            in_force_from
                        from policy.version where number = :number
                        """)
                .param("number", number)
                .query((row, _) -> version(row))
                .optional();
    }

    @Override
    public List<LawVersion> loadVersions(Paging paging) {
        return jdbc.sql(
                        """
                        select number, book, by_people, draft, title, proposed_by, confirmed_by,
                            in_force_from
                        from policy.version order by number desc limit :size offset :offset
                        """)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, _) -> version(row))
                .list();
    }

    private static LawVersion version(ResultSet row) throws SQLException {
        return new LawVersion(
                row.getInt("number"),
                row.getString("book"),
                row.getBoolean("by_people"),
                row.getObject("draft", UUID.class),
                row.getString("title"),
                row.getString("proposed_by"),
                row.getString("confirmed_by"),
                row.getObject("in_force_from", OffsetDateTime.class).toInstant());
    }

    @Override
    public int loadNumberOfVersions() {
        return jdbc.sql("select count(*) from policy.version")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public void changeCalendar() {
        jdbc.sql("update policy.in_force set calendar = calendar + 1 where one").update();
    }
}
