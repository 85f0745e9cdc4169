package cn.jiping.database;

/**
 * 数据库服务器: where the database is and the two logins on it. The owner runs the migrations; the
 * application works as a role that owns no table. Closing stops a server that the program started.
 */
public interface DatabaseServer extends AutoCloseable {
    String url();

    /** Owns the schemas; used for migrations, import and nothing else. */
    Login owner();

    /** Owns nothing; what every page and job works as. */
    Login application();

    @Override
    void close();
}
