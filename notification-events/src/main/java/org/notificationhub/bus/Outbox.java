package org.notificationhub.bus;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.notificationhub.events.EventTypes;

/**
 * Events that share the transaction of the change they tell of. The columns {@code id, aggregatetype, aggregateid, type,
 * payload} are those of Debezium's outbox event router, so change-data-capture can take the relay's place.
 */
public final class Outbox {

    private static final String APPEND = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, correlationid, traceparent, occurred_at)
            values (?, 'notification', ?, ?, ?, ?, ?, ?)""";

    private Outbox() {}

    public static void append(Connection connection, Instant at, List<Outgoing> events) throws SQLException {
        try (var insert = connection.prepareStatement(APPEND)) {
            for (var outgoing : events) {
                insert.setObject(1, outgoing.id());
                insert.setString(2, outgoing.event().notificationId().toString());
                insert.setString(3, EventTypes.type(outgoing.event().getClass()));
                insert.setString(4, CloudEvents.write(outgoing.event()));
                insert.setString(5, outgoing.correlationId());
                insert.setString(6, outgoing.traceparent());
                insert.setTimestamp(7, Timestamp.from(at));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
