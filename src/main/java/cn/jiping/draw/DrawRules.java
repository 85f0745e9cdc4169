package cn.jiping.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 抽取规则: how many, how many alternates, and what the selection as a whole must fulfil. */
public record DrawRules(
        int drawn, int alternates, @Nullable Grouping grouping, @Nullable Spread spread) {

    public static DrawRules simply(int drawn, int alternates) {
        return new DrawRules(drawn, alternates, null, null);
    }

    public DrawRules grouped(String attribute, Quota... quotas) {
        return new DrawRules(drawn, alternates, new Grouping(attribute, List.of(quotas)), spread);
    }

    public DrawRules spread(String attribute, int atMostEach) {
        return new DrawRules(drawn, alternates, grouping, new Spread(attribute, atMostEach));
    }

    /** 分组: bounds for some values of one attribute; entries with other values are free. */
    public record Grouping(String attribute, List<Quota> quotas) {
        public Grouping {
            quotas = List.copyOf(quotas);
        }
    }

    /** 组别名额: how many of the selection have this value; without an upper bound if null. */
    public record Quota(String value, int atLeast, @Nullable Integer atMost) {
        public static Quota atLeast(String value, int least) {
            return new Quota(value, least, null);
        }

        public static Quota atMost(String value, int most) {
            return new Quota(value, 0, most);
        }
    }

    /** 分散: so many of the selection at most may share a value of this attribute. */
    public record Spread(String attribute, int atMostEach) {}
}
