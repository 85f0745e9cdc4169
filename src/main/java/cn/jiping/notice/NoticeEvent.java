package cn.jiping.notice;

import java.time.Instant;

/** 通知事件. */
public sealed interface NoticeEvent {
    /** 放弃送达: after the last attempt; somebody must look. */
    record GaveUp(DeliveryId delivery, Channel channel, String template, Instant at)
            implements NoticeEvent {}
}
