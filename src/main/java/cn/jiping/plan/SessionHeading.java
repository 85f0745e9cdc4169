package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.DivisionCode;

/** 批次名目: which session of which province, and its printed title. */
public record SessionHeading(
        Jurisdiction jurisdiction, DivisionCode province, SessionCode code, String title) {}
