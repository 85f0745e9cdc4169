package cn.jiping.task;

import cn.jiping.shared.Office;

/** 各机关待办件数: how much waits in one place at one level. */
public record OfficeCounts(
        String place, Office office, long unclaimed, long claimed, long overdue) {}
