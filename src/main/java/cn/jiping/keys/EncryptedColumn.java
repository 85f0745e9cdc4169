package cn.jiping.keys;

/**
 * 加密列: implemented by a module for each column it keeps encrypted, so that a rotation can
 * re-encrypt it while the program runs. Rows not yet under the current keys are those that do not
 * begin with {@link Vault#currentPrefix()} or {@link Vault#currentFingerprintPrefix()}. A row is
 * replaced only if it still holds what was read ({@code where id = :id and number = :read}), so
 * that a write in between wins.
 */
public interface EncryptedColumn {
    /** Such as {@code person.document.number}. */
    String name();

    /**
     * Re-encrypts (and re-hashes) up to so many rows not yet under the current keys, in a
     * transaction of the caller; returns how many it did, 0 when there are none left.
     */
    int reencrypt(int atMost);

    /** How many rows are not yet under the current keys. */
    long remaining();
}
