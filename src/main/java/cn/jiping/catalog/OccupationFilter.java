package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 职业查询条件: what a list of occupations is to show, and where and on which day their standing is
 * asked; null: of any status, of any department.
 */
public record OccupationFilter(
        String text,
        Jurisdiction place,
        LocalDate on,
        @Nullable Status status,
        @Nullable String department,
        Column column,
        boolean descending) {

    /** 目录状态, or that no document says it. */
    public enum Status {
        /** 水平评价类. */
        LEVEL_EVALUATION,
        /** 准入类. */
        ACCESS,
        /** 已退出. */
        EXITED,
        /** 国务院已取消. */
        CANCELLED,
        /** 不在目录内. */
        NEVER,
        /** 文件没有规定. */
        NO_RULE;

        /** The status of a standing; without one no document says it. */
        public static Status of(@Nullable Standing standing) {
            return standing == null ? NO_RULE : valueOf(standing.status().name());
        }
    }

    /** What the list is ordered by. */
    public enum Column {
        /** As the documents have them. */
        NUMBER,
        NAME,
        STATUS,
        EXIT
    }

    /** All of them in one place on one day, as the documents have them. */
    public static OccupationFilter everything(Jurisdiction place, LocalDate on) {
        return new OccupationFilter("", place, on, null, null, Column.NUMBER, false);
    }
}
