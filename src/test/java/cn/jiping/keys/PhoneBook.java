package cn.jiping.keys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** An encrypted column as a module would have it, kept in memory. */
@TestComponent
class PhoneBook implements EncryptedColumn {
    private static final String CONTEXT = "test.phone";

    private final Map<Integer, Row> rows = new ConcurrentHashMap<>();
    private final Vault vault;

    PhoneBook(Vault vault) {
        this.vault = vault;
    }

    private record Row(List<Byte> ciphertext, String fingerprint) {
        byte[] bytes() {
            var bytes = new byte[ciphertext.size()];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] = ciphertext.get(i);
            }
            return bytes;
        }
    }

    void write(int id, String phone) {
        rows.put(id, row(phone));
    }

    private Row row(String phone) {
        var boxed = new java.util.ArrayList<Byte>();
        for (var b : vault.encrypt(phone, CONTEXT)) {
            boxed.add(b);
        }
        return new Row(List.copyOf(boxed), vault.fingerprint(phone, CONTEXT));
    }

    String read(int id) {
        return vault.decrypt(java.util.Objects.requireNonNull(rows.get(id)).bytes(), CONTEXT);
    }

    List<Integer> find(String phone) {
        var hashes = vault.fingerprints(phone, CONTEXT);
        return new TreeMap<>(rows)
                .entrySet().stream()
                        .filter(row -> hashes.contains(row.getValue().fingerprint()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    void clear() {
        rows.clear();
    }

    @Override
    public String name() {
        return CONTEXT;
    }

    @Override
    public int reencrypt(int atMost) {
        var due = rows.entrySet().stream().filter(row -> !current(row.getValue())).limit(atMost);
        return due.mapToInt(row -> reencrypt(row.getKey(), row.getValue())).sum();
    }

    private int reencrypt(int id, Row read) {
        var fresh = row(vault.decrypt(read.bytes(), CONTEXT));
        return rows.replace(id, read, fresh) ? 1 : 0;
    }

    @Override
    public long remaining() {
        return rows.values().stream().filter(row -> !current(row)).count();
    }

    private boolean current(Row row) {
        var prefix = vault.currentPrefix();
        return java.util.Arrays.equals(prefix, 0, prefix.length, row.bytes(), 0, prefix.length)
                && row.fingerprint().startsWith(vault.currentFingerprintPrefix());
    }
}
