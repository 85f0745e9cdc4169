package cn.jiping.notice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 通知设置.
 *
 * @param from sender's address of e-mails
 * @param site the address under which people reach this platform, such as {@code
 *     https://jiping.example.cn}; e-mails carry links only if it is given
 * @param batch how many deliveries one run of the job attempts
 * @param atOnce how many of them are taken in hand together; so many are in doubt if the program
 *     dies between sending and noting it
 * @param lease how long an attempt may take before another process tries again
 * @param retries the waits between attempts; after the last one the delivery has failed
 * @param kept how long sent deliveries stay listed
 * @param exportRows how many rows an Excel export holds at most
 */
@ConfigurationProperties("jiping.notice")
record NoticeSettings(
        @DefaultValue("jiping@localhost") String from,
        @DefaultValue("") String site,
        @DefaultValue("200") int batch,
        @DefaultValue("1") int atOnce,
        @DefaultValue("5m") Duration lease,
        @DefaultValue({"1m", "5m", "30m", "2h", "12h", "24h"}) List<Duration> retries,
        @DefaultValue("180d") Duration kept,
        @DefaultValue("100000") int exportRows) {}
