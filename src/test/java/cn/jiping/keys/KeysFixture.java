package cn.jiping.keys;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;

/** Other processes on the same database, with key files of their own where a test wants that. */
@TestComponent
class KeysFixture {
    static final Actor ADMINISTRATOR =
            new Actor(
                    AccountId.next(),
                    null,
                    "管理员",
                    Role.ADMINISTRATOR,
                    "",
                    Scope.all(),
                    "127.0.0.1");

    private final WorkingKeyStore store;
    private final KeyService service;
    private final Clock clock;
    private final PlatformTransactionManager transactions;

    KeysFixture(
            WorkingKeyStore store,
            KeyService service,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.service = service;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A process that asks the database anew only when it must. */
    Keyring anotherProcess() {
        return process(service, Duration.ofHours(1));
    }

    Keyring processWith(Path keyFile) {
        return process(new FileKeyService(keyFile), Duration.ZERO);
    }

    Keyring process(KeyService itsService, Duration refresh) {
        var keyring =
                new Keyring(
                        store,
                        itsService,
                        new KeySettings(refresh, Duration.ZERO, 10, Duration.ofSeconds(5)),
                        clock,
                        transactions);
        keyring.afterPropertiesSet();
        return keyring;
    }
}
