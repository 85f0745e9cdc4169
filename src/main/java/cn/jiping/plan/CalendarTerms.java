package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 统一鉴定日历: the months in which unified examinations are held, and each session's days. */
@LawPage(
        path = "plan/calendar",
        governedBy = GoverningDate.EXAM,
        in = {"33", "22"})
public record CalendarTerms(
        List<Integer> months, List<UnifiedSession> sessions, List<ResitDay> resits)
        implements Terms {
    public CalendarTerms {
        months = List.copyOf(months);
        sessions = List.copyOf(sessions);
        resits = List.copyOf(resits);
    }

    /** 批次: one session with the days before it. */
    public record UnifiedSession(
            SessionCode session, List<LocalDate> examOn, Windows windows, Source source) {
        public UnifiedSession {
            examOn = List.copyOf(examOn);
        }
    }

    /** 各个窗口: each day included; null where the document fixes none. */
    public record Windows(
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable LocalDate reviewUntil,
            @Nullable LocalDate payUntil,
            @Nullable LocalDate ticketFrom,
            @Nullable LocalDate ticketUntil) {}

    /** 取消职业的补考日. */
    public record ResitDay(ExamMode mode, LocalDate day, Source source) {}
}
