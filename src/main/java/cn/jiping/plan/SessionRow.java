package cn.jiping.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 批次列表的一行.
 *
 * @param parent the session in which those registered who sit in this one; null for all others
 */
public record SessionRow(
        SessionId id,
        SessionHeading heading,
        SessionStatus status,
        List<LocalDate> examOn,
        LocalDate opensOn,
        LocalDate closesOn,
        int offerings,
        @Nullable SessionId parent) {
    public SessionRow {
        examOn = List.copyOf(examOn);
    }
}
