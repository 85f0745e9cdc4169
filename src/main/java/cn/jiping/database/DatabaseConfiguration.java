package cn.jiping.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment) {
        var url = environment.getProperty("JIPING_DB_URL");
        var server =
                url == null
                        ? EmbeddedServer.start(
                                Path.of(environment.getProperty("JIPING_HOME", "data"))
                                        .toAbsolutePath()
                                        .normalize())
                        : external(url, environment);
        Migrations.run(server);
        return server;
    }

    private static DatabaseServer external(String url, Environment environment) {
        var login =
                new Login(
                        environment.getRequiredProperty("JIPING_DB_USER"),
                        environment.getRequiredProperty("JIPING_DB_PASSWORD"));
        return new ExternalServer(url, login, login);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseServer server, Environment environment) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.application().user());
        pool.setPassword(server.application().password());
        pool.setMaximumPoolSize(
                environment.getProperty("jiping.database.pool-size", Integer.class, 20));
        return pool;
    }
}
