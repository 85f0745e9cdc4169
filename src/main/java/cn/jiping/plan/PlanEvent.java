package cn.jiping.plan;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;

/** 计划事件. */
public sealed interface PlanEvent {
    /** 批次已公告. */
    record SessionAnnounced(SessionId session, Instant at) implements PlanEvent {}

    /** 受理机构已确定. */
    record AcceptingBodyNamed(SessionId session, DivisionCode city, BodyId body, Instant at)
            implements PlanEvent {}
}
