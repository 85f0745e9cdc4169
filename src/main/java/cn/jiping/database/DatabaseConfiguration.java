package cn.jiping.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.modulith.events.core.EventPublicationRepository;

/** The server is closed by the order of beans: after the pool and all that uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment) {
        var server = DatabaseSettings.from(environment).open();
        try {
            Migrations.run(server);
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            DatabaseServer server, @Value("${jiping.database.pool-size:20}") int poolSize) {
        return server.pool(poolSize);
    }

    @Bean
    @Primary
    GroupedEventPublications groupedEventPublications(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository kept,
            @Value("${jiping.database.events-done-every:100ms}") Duration every) {
        return new GroupedEventPublications(kept, every);
    }
}
