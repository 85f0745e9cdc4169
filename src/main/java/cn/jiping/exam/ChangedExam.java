package cn.jiping.exam;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 考试调整: what somebody was told who registered in one city and sits elsewhere or on another day.
 *
 * @param withdrawUntil the last day on which they may leave because of it
 */
public record ChangedExam(
        Entry.City home,
        GroupMeasure measure,
        String reason,
        Instant toldAt,
        LocalDate withdrawUntil) {}
