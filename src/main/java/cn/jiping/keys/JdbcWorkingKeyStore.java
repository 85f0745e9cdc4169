package cn.jiping.keys;

import cn.jiping.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                .param("at", Columns.at(at))
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
                        Columns.instant(row, "made_at"),
                        Columns.instantOrNull(row, "superseded_at"),
                        Columns.instantOrNull(row, "retired_at")));
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
                .param("at", Columns.at(key.life().madeAt()))
                .update();
    }

    @Override
    public void supersede(KeyPurpose purpose, Instant at) {
        jdbc.sql(
                        """
                        update keys.working_key set state = 'SUPERSEDED', superseded_at = :at
                        where purpose = :purpose and state = 'CURRENT'
                        """)
                .param("at", Columns.at(at))
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
                        .param("at", Columns.at(at))
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
