package cn.jiping.certificate;

import cn.jiping.shared.DivisionCode;

/** 地方: a place or its office, and its name as printed. */
public record Locality(DivisionCode code, String name) {}
