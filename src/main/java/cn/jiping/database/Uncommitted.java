package cn.jiping.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transaction only its owner ends: what others commit, roll back or close
 * through it stays open. Lets migrations be part of a larger transaction.
 */
final class Uncommitted implements InvocationHandler {
    private final Connection connection;
    private boolean autoCommit = true;

    private Uncommitted(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Uncommitted.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Uncommitted(connection));
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        var none = arguments == null || arguments.length == 0;
        switch (method.getName()) {
            case "commit", "close" -> {
                return null;
            }
            case "rollback" -> {
                if (none) {
                    return null;
                }
            }
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> {
                autoCommit = (Boolean) Objects.requireNonNull(Objects.requireNonNull(arguments)[0]);
                return null;
            }
            default -> {
                // everything else is the connection's own business
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
