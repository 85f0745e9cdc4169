package cn.jiping.exam;

import cn.jiping.shared.Signature;
import org.jspecify.annotations.Nullable;

/**
 * 实操考核地点和时间, as the city entered them; the site as it was called then.
 *
 * @param reason why it was changed last; null if it never was
 */
public record PracticalPlace(
        PracticalDraft what,
        String siteName,
        String address,
        @Nullable String reason,
        Signature by,
        int version) {}
