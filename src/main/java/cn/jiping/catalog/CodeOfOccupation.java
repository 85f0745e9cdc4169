package cn.jiping.catalog;

import cn.jiping.shared.Source;

/** 职业编码及其出处: no document gives codes, so the source is a practice that says where it is from. */
public record CodeOfOccupation(OccupationCode code, Source source) {}
