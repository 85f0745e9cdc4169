package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 市级上报详情.
 *
 * @param content what was confirmed last, while it stands; otherwise what the platform holds now
 * @param changed whether the numbers have changed since it was confirmed
 * @param overdue not confirmed though the day is over, or confirmed too late
 * @param reopened why the province opened it again
 */
public record CityReportView(
        SessionId session,
        Entry.City city,
        CityReportStatus status,
        Term term,
        boolean overdue,
        ReportContent content,
        boolean changed,
        @Nullable Signature confirmed,
        List<Copy> copies,
        @Nullable String reopened,
        int version) {
    public CityReportView {
        copies = List.copyOf(copies);
    }

    /** 期限. */
    public record Term(LocalDate dueOn, Source source) {}

    /** 上报件: one confirmation of several, the latest last. */
    public record Copy(int round, ReportContent content, boolean late, Signature by) {}
}
