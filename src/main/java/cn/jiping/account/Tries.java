package cn.jiping.account;

import cn.jiping.keys.Vault;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 限次: counts wrong attempts per name and per address, the same for names that do not exist. */
@Component
class Tries {
    private static final String NAME = "account.sign_in.name";

    private final SignInStore store;
    private final AccountSettings.Lock settings;
    private final SignInTrail trail;
    private final Vault vault;
    private final Clock clock;

    Tries(
            SignInStore store,
            SignInTrail trail,
            AccountSettings settings,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.trail = trail;
        this.settings = settings.lock();
        this.vault = vault;
        this.clock = clock;
    }

    /** The hash under which attempts with the name are recorded. */
    String hash(String name) {
        return vault.fingerprint(name, NAME);
    }

    /**
     * Counts the attempt before it is judged.
     *
     * @throws TooManyTries if the name or the address is locked
     */
    void begin(String nameHash, String address) {
        var byAddress = count("address:" + address, settings.addressTries());
        if (byAddress.locking()) {
            trail.addressLocked(address);
        }
        if (byAddress.locked().isPositive()) {
            throw new TooManyTries(byAddress.locked());
        }
        var byName = count("name:" + nameHash, settings.tries());
        if (byName.locked().isPositive()) {
            throw new TooManyTries(byName.locked(), byName.locking());
        }
    }

    private SignInStore.Taken count(String subject, int tries) {
        var limit = new SignInStore.Limit(tries, settings.within(), settings.lasts());
        return store.takeTry(subject, limit, clock.instant());
    }

    /** The attempt was right: the name starts anew, the address gets its try back. */
    void succeeded(String nameHash, String address) {
        store.forgetTries(List.of("name:" + nameHash));
        store.giveBackTry("address:" + address);
    }

    void unlock(String name) {
        store.forgetTries(subjects(name).toList());
    }

    boolean locked(String name) {
        return store.locked(subjects(name).toList(), clock.instant());
    }

    private Stream<String> subjects(String name) {
        return vault.fingerprints(name, NAME).stream().map(hash -> "name:" + hash);
    }
}
