package cn.jiping.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * 数据库服务器: where the database is and the two logins on it. The owner runs the migrations; the
 * application works as a role that owns no table. Closing stops a server that the program started.
 */
public interface DatabaseServer extends AutoCloseable {
    /** What every page and job works as, whatever login it came with. Owns nothing. */
    String APPLICATION_ROLE = "jiping_app";

    String IN_APPLICATION_ROLE = "-c role=" + APPLICATION_ROLE;

    String url();

    /** Owns the schemas; used for migrations, import and nothing else. */
    Login owner();

    /** Logs in for the application; works in {@link #APPLICATION_ROLE} only. */
    Login application();

    /** Connections for the application, in its role. */
    default HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setPoolName("jiping");
        pool.setJdbcUrl(url());
        pool.setUsername(application().user());
        pool.setPassword(application().password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(size, 5));
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("options", IN_APPLICATION_ROLE);
        pool.addDataSourceProperty("ApplicationName", "jiping");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty(Connections.DETAIL_IN_MESSAGES, "false");
        // a season uses more statements than the driver keeps prepared unasked
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        return pool;
    }

    @Override
    void close();
}
