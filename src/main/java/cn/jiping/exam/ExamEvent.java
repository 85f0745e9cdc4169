package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;

/** 考务事件. */
public sealed interface ExamEvent {
    /** 座位已编排. */
    record Arranged(SessionId session, DivisionCode city, int seats, Instant at)
            implements ExamEvent {}

    /** 实操考核安排已录入, for the first time or changed. */
    record PracticalEntered(PracticalKey group, int version, Instant at) implements ExamEvent {}
}
