package org.notificationhub.bus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** As the services have it: within a transaction every connection of a thread is the same one, and closing it does nothing. */
final class JoinedTransactions {

    private final DataSource plain;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    JoinedTransactions(DataSource plain) {
        this.plain = plain;
    }

    void run(Runnable work) {
        try (var connection = plain.getConnection()) {
            connection.setAutoCommit(false);
            current.set(withoutClose(connection));
            try {
                work.run();
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            current.remove();
        }
    }

    DataSource database() {
        return proxy(DataSource.class, plain, "getConnection", current::get);
    }

    private static Connection withoutClose(Connection connection) {
        return proxy(Connection.class, connection, "close", () -> null);
    }

    private static <T> T proxy(Class<T> type, T target, String method, Supplier<?> instead) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            if (called.getName().equals(method)) {
                return instead.get();
            }
            try {
                return called.invoke(target, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
