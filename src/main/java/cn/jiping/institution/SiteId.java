package cn.jiping.institution;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 考点标识. */
public record SiteId(UUID value) {
    public static SiteId next() {
        return new SiteId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
