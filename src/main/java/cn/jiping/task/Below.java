package cn.jiping.task;

import cn.jiping.shared.DivisionCode;

/** 下级地区: a division to which a task can be handed down. */
public record Below(DivisionCode division, String name) {}
