package cn.jiping.keys;

/**
 * 加密列: implemented by a module for each column it keeps encrypted, so that a rotation can
 * re-encrypt it while the program runs.
 */
public interface EncryptedColumn {
    /** Such as {@code person.document.number}. */
    String name();

    /**
     * Re-encrypts (and re-hashes) up to so many rows not yet under the current keys; returns how
     * many it did.
     */
    int reencrypt(int atMost);

    /** How many rows are not yet under the current keys. */
    long remaining();
}
