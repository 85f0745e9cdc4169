package cn.jiping.keys;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the key file says: the installation, the current master key and all there have been. */
final class MasterKeys {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ALGORITHM = "AES";

    private final UUID installation;
    private final String current;
    private final Map<String, SecretKey> keys;

    private MasterKeys(UUID installation, String current, Map<String, SecretKey> keys) {
        this.installation = installation;
        this.current = current;
        this.keys = keys;
    }

    static MasterKeys first(UUID installation) {
        return new MasterKeys(installation, "", Map.of()).withNew();
    }

    MasterKeys withNew() {
        var id = KeyMaterial.newId();
        var all = new LinkedHashMap<>(keys);
        all.put(id, new SecretKeySpec(KeyMaterial.random(AesGcm.KEY_LENGTH), ALGORITHM));
        return new MasterKeys(installation, id, all);
    }

    /** Empty if the text is no key file. */
    static Optional<MasterKeys> parse(String json) {
        try {
            var root = MAPPER.readTree(json);
            var keys = new LinkedHashMap<String, SecretKey>();
            for (var key : root.path("masterKeys")) {
                var material = Base64.getDecoder().decode(key.path("key").asString(""));
                if (material.length != AesGcm.KEY_LENGTH) {
                    return Optional.empty();
                }
                keys.put(key.path("id").asString(""), new SecretKeySpec(material, ALGORITHM));
            }
            var current = root.path("current").asString("");
            var installation = UUID.fromString(root.path("installation").asString(""));
            return keys.containsKey(current)
                    ? Optional.of(new MasterKeys(installation, current, keys))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String json() {
        var root = MAPPER.createObjectNode();
        root.put("installation", installation.toString());
        root.put("current", current);
        var list = root.putArray("masterKeys");
        keys.forEach((id, key) ->
                list.addObject()
                        .put("id", id)
                        .put("key", Base64.getEncoder().encodeToString(key.getEncoded())));
        return root.toPrettyString() + "\n";
    }

    UUID installation() {
        return installation;
    }

    String current() {
        return current;
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "master keys " + keys.keySet();
    }
}
