package cn.jiping.draw;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 抽取限额.
 *
 * @param largestPool how many entries and exclusions an announcement may hold
 * @param largestWeight how many tickets one entry may have
 */
@ConfigurationProperties("jiping.draw")
public record DrawLimits(
        @DefaultValue("20000") int largestPool, @DefaultValue("100") int largestWeight) {}
