package cn.jiping.testing;

import cn.jiping.database.DatabaseServer;
import cn.jiping.database.Login;
import cn.jiping.database.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets every Spring test work on a fresh database while the context stays cached: server and data
 * source switch to a new copy of the template for each test class; nested classes share it. Import
 * it in the test.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final int POOL_SIZE = 20;
    private static @Nullable Fresh current;

    private record Fresh(DatabaseServer server, HikariDataSource pool) {}

    /** The program's own server must not start beside the tests'. */
    @Bean
    static BeanDefinitionRegistryPostProcessor noServerOfTheProgram() {
        return new WithoutServerOfTheProgram();
    }

    @Bean
    @Primary
    DatabaseServer testDatabaseServer() {
        return new SwitchingServer();
    }

    /** Primary, for what the framework sets up while both sources are still defined. */
    @Bean
    @Primary
    DataSource testDataSource() {
        TestServer.closeAfterSpring();
        return new SwitchingSource();
    }

    private static synchronized Fresh current() {
        var fresh = current;
        if (fresh == null) {
            var server = TestServer.freshDatabase();
            var pool = server.pool(POOL_SIZE);
            pool.setMinimumIdle(0);
            fresh = new Fresh(server, pool);
            current = fresh;
        }
        return fresh;
    }

    private static synchronized void drop() {
        var fresh = current;
        current = null;
        if (fresh != null) {
            fresh.pool().close();
            fresh.server().close();
        }
    }

    private static final class WithoutServerOfTheProgram
            implements BeanDefinitionRegistryPostProcessor {
        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            for (var name : List.of("databaseServer", "dataSource")) {
                if (registry.containsBeanDefinition(name)) {
                    registry.removeBeanDefinition(name);
                }
            }
        }
    }

    private static final class SwitchingServer implements DatabaseServer {
        @Override
        public String url() {
            return current().server().url();
        }

        @Override
        public Login owner() {
            return current().server().owner();
        }

        @Override
        public Login application() {
            return current().server().application();
        }

        @Override
        public void close() {
            // the run's own server goes at the end of the run
        }
    }

    private static final class SwitchingSource extends DelegatingDataSource {
        @Override
        public DataSource getTargetDataSource() {
            return current().pool();
        }

        @Override
        protected DataSource obtainTargetDataSource() {
            return current().pool();
        }

        @Override
        public void afterPropertiesSet() {
            // the target comes with the first test class
        }
    }

    /**
     * Leaves the database behind after each test class, so that the next begins with a fresh one
     * whenever its program starts; registered in spring.factories.
     */
    public static final class FreshPerClass implements TestExecutionListener, Ordered {
        /** Programs that have started on the present database, and all that ever started. */
        private static final Set<ApplicationContext> STARTED = ConcurrentHashMap.newKeySet();

        private static final Set<ApplicationContext> KNOWN = ConcurrentHashMap.newKeySet();

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterTestClass(TestContext context) {
            if (!context.getTestClass().isMemberClass()) {
                drop();
                STARTED.clear();
            }
        }

        /** A program that kept running while its database changed starts on the new one again. */
        @Override
        public void prepareTestInstance(TestContext test) {
            var program = test.getApplicationContext();
            if (program instanceof ConfigurableApplicationContext running
                    && STARTED.add(program)
                    && !KNOWN.add(program)) {
                running.publishEvent(
                        new ApplicationStartedEvent(
                                new SpringApplication(), new String[0], running, Duration.ZERO));
            }
        }
    }
}
