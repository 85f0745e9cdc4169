package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 考务事件. */
public sealed interface ExamEvent {
    /** 座位已编排. */
    record Arranged(SessionId session, DivisionCode city, int seats, Instant at)
            implements ExamEvent {}

    /** 已补排: somebody came to a city whose seats are arranged, with or without a free one. */
    record Joined(SessionId session, DivisionCode city, List<UUID> examinees, Instant at)
            implements ExamEvent {
        public Joined {
            examinees = List.copyOf(examinees);
        }
    }

    /** 已统筹或改期: a group of the session sits elsewhere or on another day. */
    record GroupMoved(SessionId session, Instant at) implements ExamEvent {}

    /** 实操考核安排已录入, for the first time or changed. */
    record PracticalEntered(PracticalKey group, int version, Instant at) implements ExamEvent {}
}
