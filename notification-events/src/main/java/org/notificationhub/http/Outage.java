package org.notificationhub.http;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that is away or overrun from a fault of ours. */
public final class Outage {

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(Outage::isTransient);
    }

    /** Classes 08 connection, 53 resources, 57 operator intervention; a pool that gives up waiting names no state. */
    private static boolean isTransient(String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }
}
