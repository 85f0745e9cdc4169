package cn.jiping.account;

import cn.jiping.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 一次性链接: 256 random bits, of which the database holds the hash only; used once, or never. */
@Component
class Links {
    private static final String PASSWORD_PATH = "/password/";
    private static final String FOUNDING_PATH = "/first-administrator/";

    /** 用途. */
    enum Purpose {
        /** 启用账号. */
        ACTIVATION,
        /** 找回密码. */
        RECOVERY,
        /** 建立首位管理员. */
        FIRST_ADMINISTRATOR
    }

    private final SignInStore store;
    private final Duration validFor;
    private final Clock clock;

    Links(SignInStore store, AccountSettings settings, Clock clock) {
        this.store = store;
        this.validFor = settings.linkValidFor();
        this.clock = clock;
    }

    /** Issues a link; earlier ones of the account are worthless from now on. */
    OneTimeLink issue(Purpose purpose, @Nullable AccountId account) {
        var now = clock.instant();
        var token = Secrets.token();
        if (account != null) {
            store.endLinks(account, now);
        }
        store.keepLink(Secrets.hash(token), purpose.name(), account, now, now.plus(validFor));
        var path = purpose == Purpose.FIRST_ADMINISTRATOR ? FOUNDING_PATH : PASSWORD_PATH;
        return new OneTimeLink(path + token, now.plus(validFor), account);
    }

    /** Whose password the link may set, if it is still good. */
    Optional<AccountId> account(String token) {
        var hash = Secrets.hash(token);
        var now = clock.instant();
        return store.loadLink(hash, Purpose.ACTIVATION.name(), now)
                .or(() -> store.loadLink(hash, Purpose.RECOVERY.name(), now))
                .flatMap(account -> account);
    }

    boolean founding(String token) {
        return store.loadLink(
                        Secrets.hash(token), Purpose.FIRST_ADMINISTRATOR.name(), clock.instant())
                .isPresent();
    }

    /**
     * @throws AccountRefused if it is used, over, or never was
     */
    void use(String token) {
        if (!store.useLink(Secrets.hash(token), clock.instant())) {
            throw AccountRefused.deadLink();
        }
    }

    void end(AccountId account) {
        store.endLinks(account, clock.instant());
    }
}
