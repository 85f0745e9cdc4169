package cn.jiping.account;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 授权标识: a role given to an account at a place. */
public record GrantId(UUID value) {
    public static GrantId next() {
        return new GrantId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
