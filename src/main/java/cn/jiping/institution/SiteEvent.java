package cn.jiping.institution;

import cn.jiping.shared.DivisionCode;
import java.time.Instant;

/** 考点事件. */
public sealed interface SiteEvent {
    /** 考点已停用: whoever arranged something there has to look for another. */
    record Closed(SiteId site, DivisionCode division, Instant at) implements SiteEvent {}
}
