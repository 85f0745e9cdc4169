package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.util.UUID;

/** 考场场次: one sitting in one room. */
public record SittingPlace(SessionId session, DivisionCode city, UUID room, Sitting sitting) {}
