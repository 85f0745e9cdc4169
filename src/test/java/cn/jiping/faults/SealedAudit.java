package cn.jiping.faults;

import cn.jiping.audit.AuditFinding;
import cn.jiping.audit.AuditTrail;
import cn.jiping.audit.Seals;
import cn.jiping.audit.Verification;
import cn.jiping.audit.Verifications;
import cn.jiping.database.DatabaseServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit and its keys on a database, wired as in the program, without pages and jobs. */
final class SealedAudit implements AutoCloseable {
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    SealedAudit(DatabaseServer server, Path keys, int connections) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "faults",
                                Map.of(
                                        "JIPING_KEYS",
                                        keys.toString(),
                                        "jiping.jobs.enabled",
                                        false)));
        context.registerBean(DataSource.class, () -> server.pool(connections));
        context.register(Wiring.class);
        context.refresh();
    }

    AuditTrail trail() {
        return context.getBean(AuditTrail.class);
    }

    Seals seals() {
        return context.getBean(Seals.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }

    /** The same verification as the command and the page. */
    Verification verify(Consumer<AuditFinding> found) {
        return context.getBean(Verifications.class).run(Map.of(), found, _ -> {});
    }

    @Override
    public void close() {
        context.close();
    }

    @ComponentScan(
            basePackages = {"cn.jiping.audit", "cn.jiping.keys", "cn.jiping.clock"},
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "cn\\.jiping\\.\\w+\\.web\\..*"),
                @ComponentScan.Filter(classes = TestComponent.class)
            })
    @EnableTransactionManagement(proxyTargetClass = true)
    static final class Wiring {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
