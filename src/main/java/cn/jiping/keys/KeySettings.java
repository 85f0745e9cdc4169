package cn.jiping.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the keyring.
 *
 * @param refresh how soon another process's new key is used here
 * @param retireAfter how long a superseded key stays in use at least; longer than any transaction
 * @param piece how many rows of a column are re-encrypted in one transaction
 * @param pass how long one pass of the re-encryption works before it pauses
 */
@ConfigurationProperties("jiping.keyring")
record KeySettings(
        @DefaultValue("2s") Duration refresh,
        @DefaultValue("10m") Duration retireAfter,
        @DefaultValue("200") int piece,
        @DefaultValue("5s") Duration pass) {}
