package org.notificationhub.http;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that is away, overrun or torn between two transactions from a fault of ours. */
public final class Outage {

    private static final Set<String> TRANSIENT = Set.of("08", "40", "53", "57");

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(Outage::isTransient);
    }

    /** 08 connection, 40 rolled back, 53 resources, 57 operator intervention; a pool that gives up waiting names no state. */
    private static boolean isTransient(String state) {
        return state == null || TRANSIENT.contains(state.substring(0, 2));
    }
}
