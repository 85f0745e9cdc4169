package cn.jiping.audit;

import cn.jiping.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerificationStore implements VerificationStore {
    private final JdbcClient jdbc;

    JdbcVerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Verification run) {
        return bind(
                                jdbc.sql(
                                        """
                                        insert into audit.verification (id, asked_at, asked_by,
                                            last_block, next_block, previous, signed, day, acts,
                                            erased, waiting, findings, finished_at)
                                        values (:id, :askedAt, :askedBy, :last, :next, :previous,
                                            :signed, :day, :acts, :erased, :waiting, :findings,
                                            :finished)
                                        on conflict do nothing
                                        """),
                                run)
                        .param("askedAt", run.askedAt().atOffset(ZoneOffset.UTC))
                        .param("askedBy", run.askedBy())
                        .param("last", run.progress().lastBlock())
                        .update()
                == 1;
    }

    @Override
    public void save(Verification run) {
        bind(
                        jdbc.sql(
                                """
                                update audit.verification set next_block = :next,
                                    previous = :previous, signed = :signed, day = :day,
                                    acts = :acts, erased = :erased, waiting = :waiting,
                                    findings = :findings, finished_at = :finished
                                where id = :id
                                """),
                        run)
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Verification run) {
        var finished = run.finishedAt();
        return sql.param("id", run.id())
                .param("next", run.progress().before().number() + 1)
                .param("previous", run.progress().before().hash().bytes())
                .param("signed", run.progress().before().signed())
                .param("day", run.progress().day())
                .param("acts", run.counts().acts())
                .param("erased", run.counts().erased())
                .param("waiting", run.counts().waiting())
                .param("findings", run.counts().findings())
                .param("finished", finished == null ? null : finished.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Optional<Verification> loadRunning() {
        return jdbc.sql(
                        """
                        select id, asked_at, asked_by, last_block, next_block, previous, signed,
                            day, acts, erased, waiting, findings, finished_at
                        from audit.verification where finished_at is null
                        """)
                .query((row, _) -> verification(row))
                .optional();
    }

    @Override
    public Optional<Verification> loadLatest() {
        return jdbc.sql(
                        """
                        select id, asked_at, asked_by, last_block, next_block, previous, signed,
                            day, acts, erased, waiting, findings, finished_at
                        from audit.verification order by asked_at desc limit 1
                        """)
                .query((row, _) -> verification(row))
                .optional();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Verification(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                new Verification.Progress(
                        row.getLong("last_block"),
                        new BlockCheck.Place(
                                row.getLong("next_block") - 1,
                                JdbcBlockStore.digest(row, "previous"),
                                row.getBoolean("signed")),
                        row.getObject("day", LocalDate.class)),
                new Verification.Counts(
                        row.getLong("acts"),
                        row.getLong("erased"),
                        row.getLong("waiting"),
                        row.getLong("findings")),
                finished == null ? null : finished.toInstant());
    }

    @Override
    public void insert(UUID verification, long kept, List<AuditFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into audit.finding (verification, number, kind, act, block)
                        select :verification, :kept + found.position, found.kind, found.act,
                            found.block
                        from unnest(cast(:kinds as text[]), cast(:acts as uuid[]),
                            cast(:blocks as bigint[]))
                            with ordinality as found (kind, act, block, position)
                        """)
                .param("verification", verification)
                .param("kept", kept)
                .param("kinds", texts(findings.stream().map(f -> f.kind().name()).toList()))
                .param("acts", texts(findings.stream().map(f -> text(f.act())).toList()))
                .param("blocks", texts(findings.stream().map(f -> text(f.block())).toList()))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }

    private static @Nullable String[] texts(List<? extends @Nullable String> values) {
        return values.toArray(new @Nullable String[0]);
    }

    @Override
    public List<AuditFinding> loadFindings(UUID verification, Paging paging) {
        return jdbc.sql(
                        """
                        select kind, act, block from audit.finding
                        where verification = :verification
                        order by number limit :size offset :offset
                        """)
                .param("verification", verification)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, _) ->
                        new AuditFinding(
                                AuditFinding.Kind.valueOf(row.getString("kind")),
                                row.getObject("act", UUID.class),
                                row.getObject("block", Long.class)))
                .list();
    }

    @Override
    public long loadFindingsKept(UUID verification) {
        return jdbc.sql("select count(*) from audit.finding where verification = :verification")
                .param("verification", verification)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
