package cn.jiping.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 人员设置.
 *
 * @param shortestReason characters a reason must have before numbers are shown in full, persons are
 *     merged or data is erased; practice: long enough to be a reason
 */
@ConfigurationProperties("jiping.person")
record PersonSettings(@DefaultValue("4") int shortestReason) {}
