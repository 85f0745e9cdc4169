package cn.jiping.person;

import cn.jiping.keys.EncryptedColumn;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonSettings.class)
class JdbcPersonColumns {
    @Bean
    EncryptedColumn personPhones(
            JdbcClient jdbc, Sealer sealer, PlatformTransactionManager transactions) {
        return new JdbcContactColumn(
                jdbc, sealer, new TransactionTemplate(transactions), ContactKind.PHONE);
    }

    @Bean
    EncryptedColumn personEmails(
            JdbcClient jdbc, Sealer sealer, PlatformTransactionManager transactions) {
        return new JdbcContactColumn(
                jdbc, sealer, new TransactionTemplate(transactions), ContactKind.EMAIL);
    }
}
