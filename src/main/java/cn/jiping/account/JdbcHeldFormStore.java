package cn.jiping.account;

import cn.jiping.database.Columns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHeldFormStore implements HeldFormStore {
    private final JdbcClient jdbc;

    JdbcHeldFormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(UUID id, byte[] content, Instant until) {
        jdbc.sql(
                        """
                        insert into account.held_form (id, content, expires_at)
                        values (:id, :content, :until)
                        """)
                .param("id", id)
                .param("content", content)
                .param("until", Columns.at(until))
                .update();
    }

    @Override
    public Optional<byte[]> load(UUID id, Instant now) {
        return jdbc.sql(
                        """
                        select h.content from account.held_form h
                        where h.id = :id and h.taken_at is null and h.expires_at > :now
                        """)
                .param("id", id)
                .param("now", Columns.at(now))
                .query((rs, _) -> rs.getBytes("content"))
                .optional();
    }

    @Override
    public Optional<byte[]> take(UUID id, Instant now) {
        return jdbc.sql(
                        """
                        update account.held_form set taken_at = :now
                        where id = :id and taken_at is null and expires_at > :now
                        returning content
                        """)
                .param("id", id)
                .param("now", Columns.at(now))
                .query((rs, _) -> rs.getBytes("content"))
                .optional();
    }

    @Override
    public boolean taken(UUID id) {
        return jdbc.sql("select h.taken_at is not null from account.held_form h where h.id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void forgetUntil(Instant now) {
        jdbc.sql("delete from account.held_form where expires_at <= :now")
                .param("now", Columns.at(now))
                .update();
    }
}
