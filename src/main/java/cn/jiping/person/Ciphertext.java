package cn.jiping.person;

/** A value as the vault encrypted it. */
final class Ciphertext {
    private final byte[] bytes;

    Ciphertext(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
