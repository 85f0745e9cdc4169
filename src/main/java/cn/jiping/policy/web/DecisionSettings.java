package cn.jiping.policy.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 决策接口设置.
 *
 * @param perMinute questions one caller may ask in a minute, at each process
 */
@ConfigurationProperties("jiping.decisions")
record DecisionSettings(@DefaultValue("6000") int perMinute) {}
