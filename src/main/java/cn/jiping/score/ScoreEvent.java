package cn.jiping.score;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;

/** 成绩事件. */
public sealed interface ScoreEvent {
    /** 成绩已公布. */
    record Released(SessionId session, DivisionCode city, Instant at) implements ScoreEvent {}
}
