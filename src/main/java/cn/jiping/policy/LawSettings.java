package cn.jiping.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 法规设置.
 *
 * @param lookEvery how long a process may go on by the version it saw last; the process that
 *     activates one sees it at once
 */
@ConfigurationProperties("jiping.law")
record LawSettings(@DefaultValue("1s") Duration lookEvery) {}
