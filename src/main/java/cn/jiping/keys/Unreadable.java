package cn.jiping.keys;

/**
 * 密文不可读: this is no ciphertext of ours, was altered, or belongs to another context. Says nothing
 * about the content.
 */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String context) {
        super("Cannot be read as " + context, null, false, true);
    }
}
