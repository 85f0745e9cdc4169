package cn.jiping.shared;

import java.util.UUID;

/** 账号标识: an account that signs in. */
public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
