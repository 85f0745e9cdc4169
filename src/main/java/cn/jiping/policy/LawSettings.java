package cn.jiping.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 法规设置.
 *
 * @param folder where an operator lays law files; {@code JIPING_HOME/law}
 * @param lookEvery how long a process may go on by the version it saw last; the process that
 *     activates one sees it at once
 * @param archiveBytes the largest archive of law files
 * @param fileBytes the largest file in it
 * @param unpackedBytes the largest archive when unpacked
 * @param files the most files in an archive or the folder
 * @param cases the most cases of a file to replay
 * @param batch how many decisions a replay judges in one transaction
 * @param newcomers how many decisions taken since a replay the activation judges itself; with more
 *     the replay is brought up to date first
 * @param pass how long one pass of the replay job goes on
 */
@ConfigurationProperties("jiping.law")
record LawSettings(
        @DefaultValue("data/law") Path folder,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("4000000") int archiveBytes,
        @DefaultValue("2000000") int fileBytes,
        @DefaultValue("32000000") long unpackedBytes,
        @DefaultValue("1000") int files,
        @DefaultValue("100000") int cases,
        @DefaultValue("2000") int batch,
        @DefaultValue("500") int newcomers,
        @DefaultValue("10s") Duration pass) {}
