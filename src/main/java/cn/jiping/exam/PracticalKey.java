package cn.jiping.exam;

import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;

/** 实操考核组: who takes the same practical sitting of a session in one city. */
public record PracticalKey(
        SessionId session, DivisionCode city, OfferingId offering, Sitting sitting) {}
