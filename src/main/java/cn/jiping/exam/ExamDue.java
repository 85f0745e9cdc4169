package cn.jiping.exam;

import cn.jiping.policy.Deadline;

/** 报送事项: what a city owes before and after the examination. */
public enum ExamDue {
    /** 实操考核安排录入. */
    PRACTICAL_ARRANGEMENT(Deadline.PRACTICAL_ARRANGEMENT),
    /** 题卡、答卷送交. */
    ANSWER_SHEETS(Deadline.ANSWER_SHEETS_RETURN),
    /** 实际操作和综合评审成绩报送. */
    PRACTICAL_SCORES(Deadline.PRACTICAL_SCORES_REPORT);

    private final Deadline deadline;

    ExamDue(Deadline deadline) {
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }
}
