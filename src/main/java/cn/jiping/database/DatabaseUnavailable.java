package cn.jiping.database;

import org.jspecify.annotations.Nullable;

/** 数据库不可用: why the program cannot have its database, and what the operator should do. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public DatabaseUnavailable(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public DatabaseUnavailable(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
