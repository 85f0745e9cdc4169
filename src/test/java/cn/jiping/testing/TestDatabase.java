package cn.jiping.testing;

import cn.jiping.database.DatabaseServer;
import cn.jiping.database.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets every Spring test work on a fresh database while the context stays cached: the data source
 * bean switches to a new copy of the template before each test class. Import it in the test.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicReference<@Nullable HikariDataSource> CURRENT =
            new AtomicReference<>();

    @Bean
    @Primary
    DatabaseServer testDatabaseServer() {
        return TestServer.freshDatabase();
    }

    @Bean
    @Primary
    DataSource testDataSource() {
        return new Switching();
    }

    private static HikariDataSource fresh() {
        var server = TestServer.freshDatabase();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.application().user());
        pool.setPassword(server.application().password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        return pool;
    }

    static final class Switching extends DelegatingDataSource {
        @Override
        public DataSource getTargetDataSource() {
            synchronized (CURRENT) {
                var current = CURRENT.get();
                if (current == null) {
                    current = fresh();
                    CURRENT.set(current);
                }
                return current;
            }
        }

        @Override
        protected DataSource obtainTargetDataSource() {
            return getTargetDataSource();
        }

        @Override
        public void afterPropertiesSet() {
            // the target comes with the first test class
        }
    }

    /** Switches to a fresh database before each test class; registered in spring.factories. */
    public static final class FreshPerClass implements TestExecutionListener, Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeTestClass(TestContext context) {
            var previous = CURRENT.getAndSet(null);
            if (previous != null) {
                previous.close();
            }
        }
    }
}
