package cn.jiping.payment;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 收费设置.
 *
 * @param reconcileBack how far back days are compared with the gateway's statements again; no
 *     document says, within a week a late call-back may still explain a day
 */
@ConfigurationProperties("jiping.payment")
record PaymentSettings(@DefaultValue("P7D") Period reconcileBack) {}
