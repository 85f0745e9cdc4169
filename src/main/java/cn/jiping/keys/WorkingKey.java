package cn.jiping.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 工作密钥 as it lies in the database: wrapped by a master key. */
record WorkingKey(String id, KeyPurpose purpose, KeyState state, Wrapping wrapping, Life life) {

    /** The wrapped secret, the master key that opens it and, for a signing key, its public half. */
    static final class Wrapping {
        private final String masterKey;
        private final byte[] wrapped;
        private final byte @Nullable [] published;

        Wrapping(String masterKey, byte[] wrapped, byte @Nullable [] published) {
            this.masterKey = masterKey;
            this.wrapped = wrapped.clone();
            this.published = published == null ? null : published.clone();
        }

        String masterKey() {
            return masterKey;
        }

        byte[] wrapped() {
            return wrapped.clone();
        }

        byte @Nullable [] published() {
            return published == null ? null : published.clone();
        }

        @Override
        public String toString() {
            return "wrapped by " + masterKey;
        }
    }

    /** When it was made, when a newer one took over, when nothing lay under it any more. */
    record Life(Instant madeAt, @Nullable Instant supersededAt, @Nullable Instant retiredAt) {}

    static WorkingKey make(KeyPurpose purpose, KeyService service, Instant at) {
        var id = KeyMaterial.newId();
        var material = KeyMaterial.forPurpose(purpose);
        var master = service.currentMasterKey();
        var wrapped = service.wrap(master, material.secret(), context(purpose, id));
        return new WorkingKey(
                id,
                purpose,
                KeyState.CURRENT,
                new Wrapping(master, wrapped, material.published()),
                new Life(at, null, null));
    }

    /** The same key under another master key. */
    Wrapping rewrap(String master, KeyService service) {
        var wrapped = service.wrap(master, secret(service), context(purpose, id));
        return new Wrapping(master, wrapped, wrapping.published());
    }

    byte[] secret(KeyService service) {
        return service.unwrap(wrapping.masterKey(), wrapping.wrapped(), context(purpose, id));
    }

    private static String context(KeyPurpose purpose, String id) {
        return purpose + " " + id;
    }

    boolean inUse() {
        return state != KeyState.RETIRED;
    }
}
