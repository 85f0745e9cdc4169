package cn.jiping.catalog;

import cn.jiping.shared.Source;

/** 工种: a work type or direction that a document names for an occupation. */
public record WorkType(String name, Source source) {}
