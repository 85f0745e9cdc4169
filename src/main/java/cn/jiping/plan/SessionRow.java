package cn.jiping.plan;

import java.time.LocalDate;
import java.util.List;

/** 批次列表的一行. */
public record SessionRow(
        SessionId id,
        SessionHeading heading,
        SessionStatus status,
        List<LocalDate> examOn,
        LocalDate opensOn,
        LocalDate closesOn,
        int offerings) {
    public SessionRow {
        examOn = List.copyOf(examOn);
    }
}
