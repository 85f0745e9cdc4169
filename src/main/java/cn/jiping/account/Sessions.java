package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会话: where an account is signed in, for every process on the database; ending takes effect at
 * once.
 */
@Service
public class Sessions {
    /**
     * All a session holds are texts and numbers, no personal data. The account's id; sessions of an
     * account are found by it.
     */
    public static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** When it began, in milliseconds. */
    public static final String SINCE = "jiping.since";

    /** When password or code were last given, in milliseconds. */
    public static final String CONFIRMED = "jiping.confirmed";

    /** The id of the role chosen. */
    public static final String GRANT = "jiping.grant";

    /** The id of the recorded sign-in, which names the session on pages. */
    public static final String ATTEMPT = "jiping.attempt";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final AccountStore accounts;
    private final SignInStore attempts;
    private final AccountSettings settings;
    private final AuditTrail audit;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            AccountStore accounts,
            SignInStore attempts,
            AccountSettings settings,
            AuditTrail audit) {
        this.repository = repository;
        this.accounts = accounts;
        this.attempts = attempts;
        this.settings = settings;
        this.audit = audit;
    }

    /** The own sessions, the latest used first. */
    public List<OpenSession> list(Actor actor, @Nullable UUID current) {
        return list(actor.requireAccount(), current);
    }

    List<OpenSession> list(AccountId account, @Nullable UUID current) {
        var since =
                accounts.load(account).map(a -> a.life().signedOutBefore()).orElse(Instant.EPOCH);
        return alive(account)
                .filter(session -> !since(session).isBefore(since))
                .flatMap(session -> view(account, session, current).stream())
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    private Optional<OpenSession> view(AccountId account, Session session, @Nullable UUID current) {
        return attempt(session)
                .flatMap(id -> attempts.loadAttempt(account, id))
                .map(attempt ->
                        new OpenSession(
                                attempt.id(),
                                since(session),
                                session.getLastAccessedTime(),
                                attempt.address(),
                                attempt.device(),
                                attempt.id().equals(current)));
    }

    /**
     * Ends one of the own sessions.
     *
     * @throws NotFound if there is none of the number
     */
    @Transactional
    public void end(Actor actor, UUID attempt) {
        var account = actor.requireAccount();
        var session =
                alive(account)
                        .filter(s -> attempt(s).filter(attempt::equals).isPresent())
                        .findAny()
                        .orElseThrow(() -> new NotFound("session", attempt));
        repository.deleteById(session.getId());
        audit.record(actor, Act.of("account.session-ended", "account", account));
    }

    /** Ends all own sessions but the current one. */
    @Transactional
    public void endOthers(Actor actor, @Nullable UUID current) {
        var account = actor.requireAccount();
        alive(account)
                .filter(session -> attempt(session).filter(id -> id.equals(current)).isEmpty())
                .toList()
                .forEach(session -> repository.deleteById(session.getId()));
        audit.record(actor, Act.of("account.other-sessions-ended", "account", account));
    }

    /** 退出: the owner leaves the session that is current. */
    @Transactional
    public void left(Actor actor) {
        var account = accounts.load(actor.requireAccount()).orElseThrow();
        audit.record(
                actor,
                Act.of("account.signed-out", "account", account.id()).in(account.owner().home()));
    }

    /**
     * Ends the oldest sessions of the account, so that with one more it has no more than allowed.
     */
    @Transactional
    public void makeRoom(AccountId account) {
        var sessions = alive(account).sorted(Comparator.comparing(Sessions::since)).toList();
        var tooMany = sessions.size() - settings.session().perAccount() + 1;
        if (tooMany > 0) {
            sessions.stream()
                    .limit(tooMany)
                    .forEach(session -> repository.deleteById(session.getId()));
            audit.record(
                    Actor.program("account.sessions"),
                    Act.of("account.oldest-session-ended", "account", account));
        }
    }

    void endAll(AccountId account) {
        alive(account).toList().forEach(session -> repository.deleteById(session.getId()));
    }

    private Stream<? extends Session> alive(AccountId account) {
        return repository.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired());
    }

    private static Instant since(Session session) {
        Long since = session.getAttribute(SINCE);
        return since == null ? session.getCreationTime() : Instant.ofEpochMilli(since);
    }

    private static Optional<UUID> attempt(Session session) {
        String attempt = session.getAttribute(ATTEMPT);
        return Optional.ofNullable(attempt).map(UUID::fromString);
    }
}
