package cn.jiping.task;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 待办设置.
 *
 * @param aboveAfter how long after its deadline a late task goes to the office above; no document
 *     says, three days leave the approver time to act first
 * @param failedDeliveriesWithin how long after a day its failed messages must be dealt with; no
 *     document says, a day keeps most people's time limits unharmed
 * @param dueBatch how many tasks one look at the deadlines reads at a time
 * @param exportRows how many rows an Excel export holds at most
 */
@ConfigurationProperties("jiping.task")
record TaskSettings(
        @DefaultValue("3d") Duration aboveAfter,
        @DefaultValue("P1D") Period failedDeliveriesWithin,
        @DefaultValue("200") int dueBatch,
        @DefaultValue("100000") int exportRows) {}
