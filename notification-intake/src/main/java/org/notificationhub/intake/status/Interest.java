package org.notificationhub.intake.status;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.events.NotificationStatus;

/**
 * Which changes somebody wants to know.
 *
 * @param providerIds null for every provider's
 * @param statuses null for every status
 */
public record Interest(List<String> providerIds, List<NotificationStatus> statuses) {

    /** From the columns {@code provider_ids} and {@code statuses}. */
    public static Interest of(ResultSet row) throws SQLException {
        return of(texts(row.getArray("provider_ids")), texts(row.getArray("statuses")));
    }

    public static Interest of(String[] providerIds, String[] statuses) {
        return new Interest(
                providerIds == null ? null : List.of(providerIds),
                statuses == null
                        ? null
                        : Stream.of(statuses).map(NotificationStatus::valueOf).toList());
    }

    public Array providerArray(Connection connection) throws SQLException {
        return array(connection, providerIds);
    }

    public Array statusArray(Connection connection) throws SQLException {
        return array(connection, statuses);
    }

    private static String[] texts(Array array) throws SQLException {
        return array == null ? null : (String[]) array.getArray();
    }

    private static Array array(Connection connection, List<?> values) throws SQLException {
        return values == null ? null : connection.createArrayOf("text", values.toArray());
    }
}
