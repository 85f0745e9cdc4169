package cn.jiping.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit.
 *
 * @param blockSize how many acts a block holds at most
 * @param blocksPerRun how many blocks one run of the sealer closes at most
 * @param waitingAfter how long an act may wait for its block before a verification says so
 * @param verifyPass how long one pass of a verification works before it saves where it stands
 * @param findingsKept how many findings of a verification are kept; all are counted
 * @param monthsAhead for how many months to come the partitions of acts are made
 * @param countUpTo where a list stops counting its rows
 * @param exportUpTo how many rows an export holds at most
 * @param historyUpTo how many acts the history of one subject shows at most
 */
@ConfigurationProperties("jiping.audit")
record AuditSettings(
        @DefaultValue("4096") int blockSize,
        @DefaultValue("10") int blocksPerRun,
        @DefaultValue("1m") Duration waitingAfter,
        @DefaultValue("5s") Duration verifyPass,
        @DefaultValue("10000") int findingsKept,
        @DefaultValue("24") int monthsAhead,
        @DefaultValue("10000") int countUpTo,
        @DefaultValue("100000") int exportUpTo,
        @DefaultValue("200") int historyUpTo) {}
