package cn.jiping.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkingKeyStore implements WorkingKeyStore {
    private static final long LOCK = 0x6b657973; // "keys"

    private final JdbcClient jdbc;

    JdbcWorkingKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> loadInstallation() {
        return jdbc.sql("select installation from keys.installation where id = 1")
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    @Override
    public void insertInstallation(UUID installation, Instant at) {
        jdbc.sql(
                        """
                        insert into keys.installation (id, installation, made_at)
                        values (1, :installation, :at)
                        """)
                .param("installation", installation)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<WorkingKey> loadAll() {
        return jdbc.sql(
                        """
                        select id, purpose, state, master_key, wrapped, public_key, made_at,
                            superseded_at, retired_at
                        from keys.working_key order by made_at, id
                        """)
                .query((row, _) -> key(row))
                .list();
    }

    private static WorkingKey key(ResultSet row) throws SQLException {
        return new WorkingKey(
                row.getString("id"),
                KeyPurpose.valueOf(row.getString("purpose")),
                KeyState.valueOf(row.getString("state")),
                new WorkingKey.Wrapping(
                        row.getString("master_key"),
                        row.getBytes("wrapped"),
                        row.getBytes("public_key")),
                new WorkingKey.Life(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        instant(row, "superseded_at"),
                        instant(row, "retired_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    public void insert(WorkingKey key) {
        jdbc.sql(
                        """
                        insert into keys.working_key (id, purpose, state, master_key, wrapped,
                            public_key, made_at)
                        values (:id, :purpose, :state, :master, :wrapped, :public, :at)
                        """)
                .param("id", key.id())
                .param("purpose", key.purpose().name())
                .param("state", key.state().name())
                .param("master", key.wrapping().masterKey())
                .param("wrapped", key.wrapping().wrapped())
                .param("public", key.wrapping().published())
                .param("at", key.life().madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void supersede(KeyPurpose purpose, Instant at) {
        jdbc.sql(
                        """
                        update keys.working_key set state = 'SUPERSEDED', superseded_at = :at
                        where purpose = :purpose and state = 'CURRENT'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("purpose", purpose.name())
                .update();
    }

    @Override
    public boolean retire(String id, Instant at) {
        return jdbc.sql(
                                """
                                update keys.working_key set state = 'RETIRED', retired_at = :at
                                where id = :id and state = 'SUPERSEDED'
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void rewrap(String id, WorkingKey.Wrapping wrapping) {
        jdbc.sql(
                        """
                        update keys.working_key set master_key = :master, wrapped = :wrapped
                        where id = :id
                        """)
                .param("master", wrapping.masterKey())
                .param("wrapped", wrapping.wrapped())
                .param("id", id)
                .update();
    }

    @Override
    public void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }
}
