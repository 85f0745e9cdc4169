package cn.jiping.policy;

import java.time.Instant;

/** 法规事件. */
public sealed interface PolicyEvent {
    /** 新版法规启用. */
    record LawActivated(int number, String book, Instant at) implements PolicyEvent {}
}
