package cn.jiping.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 调用限额设置.
 *
 * @param perMinute questions and files one caller may ask for in a minute, at each process
 */
@ConfigurationProperties("jiping.callers")
record CallerSettings(@DefaultValue("6000") int perMinute) {}
