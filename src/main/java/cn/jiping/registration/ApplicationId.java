package cn.jiping.registration;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 申报标识: one application of one person in one session. */
public record ApplicationId(UUID value) {
    public static ApplicationId next() {
        return new ApplicationId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
