package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignInStore implements SignInStore {
    private final JdbcClient jdbc;

    JdbcSignInStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(SignInAttempt attempt, @Nullable AccountId account, String nameHash) {
        jdbc.sql(
                        """
                        insert into account.sign_in (id, at, account, name_hash, address, device, means, result)
                        values (:id, :at, :account, :nameHash, :address, :device, :means, :result)
                        """)
                .param("id", attempt.id())
                .param("at", Columns.at(attempt.at()))
                .param("account", account == null ? null : account.value())
                .param("nameHash", nameHash)
                .param("address", attempt.address())
                .param("device", attempt.device())
                .param("means", attempt.means().name())
                .param("result", attempt.result().name())
                .update();
    }

    @Override
    public List<SignInAttempt> loadLatest(AccountId account, int atMost) {
        return jdbc.sql(
                        """
                        select s.id, s.at, s.address, s.device, s.means, s.result from account.sign_in s
                        where s.account = :account order by s.at desc limit :most
                        """)
                .param("account", account.value())
                .param("most", atMost)
                .query(JdbcSignInStore::attempt)
                .list();
    }

    @Override
    public Optional<SignInAttempt> loadAttempt(AccountId account, UUID id) {
        return jdbc.sql(
                        """
                        select s.id, s.at, s.address, s.device, s.means, s.result from account.sign_in s
                        where s.account = :account and s.id = :id
                        """)
                .param("account", account.value())
                .param("id", id)
                .query(JdbcSignInStore::attempt)
                .optional();
    }

    private static SignInAttempt attempt(ResultSet rs, int number) throws SQLException {
        return new SignInAttempt(
                Columns.uuid(rs, "id"),
                Columns.instant(rs, "at"),
                Columns.text(rs, "address"),
                Columns.text(rs, "device"),
                SignInAttempt.Means.valueOf(Columns.text(rs, "means")),
                SignInAttempt.Result.valueOf(Columns.text(rs, "result")));
    }

    @Override
    public int forgetAttempts(Instant before, int atMost) {
        return jdbc.sql(
                        """
                        delete from account.sign_in where id in
                            (select s.id from account.sign_in s where s.at < :before order by s.at limit :most)
                        """)
                .param("before", Columns.at(before))
                .param("most", atMost)
                .update();
    }

    @Override
    public Taken takeTry(String subject, Limit limit, Instant now) {
        return jdbc.sql(
                        """
                        insert into account.throttle as t (subject, tries, since, locked_until)
                        values (:subject, 1, :now, null)
                        on conflict (subject) do update
                        set tries = case
                                when t.locked_until > :now then t.tries + 1
                                when t.locked_until is not null or t.since <= :window then 1
                                else t.tries + 1 end,
                            since = case
                                when t.locked_until > :now then t.since
                                when t.locked_until is not null or t.since <= :window then :now
                                else t.since end,
                            locked_until = case
                                when t.locked_until > :now then t.locked_until
                                when t.locked_until is null and t.since > :window and t.tries >= :tries
                                    then cast(:lock as timestamptz) end
                        returning t.locked_until, t.tries
                        """)
                .param("subject", subject)
                .param("now", Columns.at(now))
                .param("window", Columns.at(now.minus(limit.within())))
                .param("tries", limit.tries())
                .param("lock", Columns.at(now.plus(limit.lasts())))
                .query((rs, _) -> taken(rs, limit, now))
                .single();
    }

    // tries go on being counted while it is locked: the first above the limit locked it
    private static Taken taken(ResultSet rs, Limit limit, Instant now) throws SQLException {
        var until = Columns.instantOrNull(rs, "locked_until");
        return until == null || !until.isAfter(now)
                ? new Taken(Duration.ZERO, false)
                : new Taken(Duration.between(now, until), rs.getInt("tries") == limit.tries() + 1);
    }

    @Override
    public void forgetTries(Collection<String> subjects) {
        jdbc.sql("delete from account.throttle where subject = any(:subjects)")
                .param("subjects", Columns.texts(subjects))
                .update();
    }

    @Override
    public void giveBackTry(String subject) {
        jdbc.sql(
                        "update account.throttle set tries = greatest(tries - 1, 0) where subject = :subject")
                .param("subject", subject)
                .update();
    }

    @Override
    public boolean locked(Collection<String> subjects, Instant now) {
        return jdbc.sql(
                                """
                                select count(*) from account.throttle t
                                where t.subject = any(:subjects) and t.locked_until > :now
                                """)
                        .param("subjects", Columns.texts(subjects))
                        .param("now", Columns.at(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public int forgetTriesBefore(Instant before) {
        return jdbc.sql(
                        """
                        delete from account.throttle
                        where since < :before and (locked_until is null or locked_until < :before)
                        """)
                .param("before", Columns.at(before))
                .update();
    }

    @Override
    public Optional<Instant> keepCode(
            String purpose, String subject, KeptCode code, Instant expiresAt, Instant notAfter) {
        var kept =
                jdbc.sql(
                                """
                                insert into account.code as c
                                    (purpose, subject, id, code_hash, sent_at, expires_at, tries)
                                values (:purpose, :subject, :id, :hash, :sentAt, :expiresAt, 0)
                                on conflict (purpose, subject) do update
                                set id = excluded.id, code_hash = excluded.code_hash,
                                    sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0
                                where c.sent_at <= :notAfter
                                """)
                        .param("purpose", purpose)
                        .param("subject", subject)
                        .param("id", code.id())
                        .param("hash", code.hash())
                        .param("sentAt", Columns.at(code.sentAt()))
                        .param("expiresAt", Columns.at(expiresAt))
                        .param("notAfter", Columns.at(notAfter))
                        .update();
        return kept == 1 ? Optional.empty() : Optional.of(sentAt(purpose, subject, code.sentAt()));
    }

    private Instant sentAt(String purpose, String subject, Instant otherwise) {
        return jdbc.sql(
                        """
                        select c.sent_at from account.code c
                        where c.purpose = :purpose and c.subject = :subject
                        """)
                .param("purpose", purpose)
                .param("subject", subject)
                .query((rs, _) -> Columns.instant(rs, "sent_at"))
                .optional()
                .orElse(otherwise);
    }

    @Override
    public Optional<KeptCode> tryCode(
            String purpose, Collection<String> subjects, int tries, Instant now) {
        return jdbc
                .sql(
                        """
                        update account.code set tries = tries + 1
                        where purpose = :purpose and subject = any(:subjects)
                          and tries < :tries and expires_at > :now
                        returning id, code_hash, sent_at
                        """)
                .param("purpose", purpose)
                .param("subjects", Columns.texts(subjects))
                .param("tries", tries)
                .param("now", Columns.at(now))
                .query((rs, _) ->
                        new KeptCode(
                                Columns.uuid(rs, "id"),
                                Columns.text(rs, "code_hash"),
                                Columns.instant(rs, "sent_at")))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public boolean useCode(String purpose, UUID code) {
        return jdbc.sql("delete from account.code where purpose = :purpose and id = :id")
                        .param("purpose", purpose)
                        .param("id", code)
                        .update()
                == 1;
    }

    @Override
    public void forgetCodes(Instant expiredBefore) {
        jdbc.sql("delete from account.code where expires_at < :before")
                .param("before", Columns.at(expiredBefore))
                .update();
    }

    @Override
    public void keepLink(
            String tokenHash,
            String purpose,
            @Nullable AccountId account,
            Instant now,
            Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into account.link (token_hash, purpose, account, created_at, expires_at)
                        values (:hash, :purpose, :account, :now, :expiresAt)
                        """)
                .param("hash", tokenHash)
                .param("purpose", purpose)
                .param("account", account == null ? null : account.value())
                .param("now", Columns.at(now))
                .param("expiresAt", Columns.at(expiresAt))
                .update();
    }

    @Override
    public Optional<Optional<AccountId>> loadLink(String tokenHash, String purpose, Instant now) {
        return jdbc.sql(
                        """
                        select l.account from account.link l
                        where l.token_hash = :hash and l.purpose = :purpose
                          and l.used_at is null and l.expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("purpose", purpose)
                .param("now", Columns.at(now))
                .query((rs, _) ->
                        Optional.ofNullable(rs.getObject("account", UUID.class))
                                .map(AccountId::new))
                .optional();
    }

    @Override
    public boolean useLink(String tokenHash, Instant now) {
        return jdbc.sql(
                                """
                                update account.link set used_at = :now
                                where token_hash = :hash and used_at is null and expires_at > :now
                                """)
                        .param("hash", tokenHash)
                        .param("now", Columns.at(now))
                        .update()
                == 1;
    }

    @Override
    public void endLinks(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        update account.link set used_at = :now
                        where account = :account and used_at is null
                        """)
                .param("account", account.value())
                .param("now", Columns.at(now))
                .update();
    }
}
