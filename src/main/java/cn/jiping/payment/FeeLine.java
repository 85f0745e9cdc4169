package cn.jiping.payment;

import cn.jiping.shared.Source;

/** 收费明细: what one item costs, and by what. */
public record FeeLine(FeeItem item, Money amount, Source source) {}
