package cn.jiping.audit;

import cn.jiping.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 个人内容: who it was by name, from where, and the values before and after. The salt keeps an erased
 * content from being guessed by trying.
 */
final class Payload {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_LENGTH = 16;

    private final byte[] salt;
    private final String content;

    private Payload(byte[] salt, String content) {
        this.salt = salt;
        this.content = content;
    }

    static Payload of(Actor actor, Act act) {
        var salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        var values =
                new Values(
                        StorableText.of(actor.name()),
                        StorableText.of(actor.from()),
                        storable(act.before()),
                        storable(act.after()),
                        act.reason() == null ? null : StorableText.of(act.reason()));
        return new Payload(salt, CanonicalJson.write(values));
    }

    static Payload stored(byte[] salt, String content) {
        return new Payload(salt.clone(), content);
    }

    private static SortedMap<String, String> storable(Map<String, String> values) {
        var storable = new TreeMap<String, String>();
        values.forEach(
                (field, value) -> storable.put(StorableText.of(field), StorableText.of(value)));
        return storable;
    }

    byte[] salt() {
        return salt.clone();
    }

    String content() {
        return content;
    }

    Digest digest() {
        return Digest.over(salt, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if somebody put something unreadable in its place. */
    Optional<Values> values() {
        return CanonicalJson.read(content);
    }

    /** What the content says. */
    record Values(
            String actor,
            String from,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            @Nullable String reason) {}
}
