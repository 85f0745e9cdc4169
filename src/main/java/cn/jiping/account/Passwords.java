package cn.jiping.account;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** 口令散列: Argon2id; so many at once, so that a flood of sign-ins cannot take all the memory. */
@Component
class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder encoder;
    private final PasswordRules rules;
    private final Semaphore places;
    private final String decoy;

    Passwords(AccountSettings settings) {
        var password = settings.password();
        this.encoder =
                new Argon2PasswordEncoder(
                        SALT, HASH, LANES, password.memoryKib(), password.passes());
        this.rules = new PasswordRules(password);
        this.places = new Semaphore(password.atOnce());
        this.decoy = hash("nobody has this password");
    }

    PasswordRules rules() {
        return rules;
    }

    final String hash(String typed) {
        places.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(PasswordRules.normalise(typed)));
        } finally {
            places.release();
        }
    }

    /** Takes as long without a hash as with one, so that time does not tell which names exist. */
    boolean matches(String typed, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            var same = encoder.matches(PasswordRules.normalise(typed), hash == null ? decoy : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    /** Whether the hash was made with weaker settings than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
