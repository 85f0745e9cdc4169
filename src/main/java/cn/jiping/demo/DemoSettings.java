package cn.jiping.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 演示设置.
 *
 * @param season whether the season is played at all
 * @param until the last day that is played, so that a person can go on by hand; null: to the end
 * @param thenLeave whether the program ends once that is played, as it does when it only practises
 * @param workers how many people act at the same time
 * @param cities how many apply, city by city
 */
@ConfigurationProperties("demo")
record DemoSettings(
        @DefaultValue("false") boolean season,
        @Nullable LocalDate until,
        @DefaultValue("false") boolean thenLeave,
        @DefaultValue("4") int workers,
        @DefaultValue List<Applying> cities) {
    DemoSettings {
        cities = List.copyOf(cities);
    }

    /** 一市的报名人数, by occupation. */
    record Applying(String city, int welders, int guards, int inspectors) {}
}
