package cn.jiping.keys;

import org.jspecify.annotations.Nullable;

/** 密钥不可用: why the program cannot use its keys, and what the operator should do. */
public final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public KeysUnavailable(String problem, String remedy) {
        this(problem, remedy, null);
    }

    public KeysUnavailable(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
