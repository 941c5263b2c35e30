package org.notificationhub.irmer;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.HubEvent;

/** Publishes events, and waits until each has been applied. */
@ApplicationScoped
class Told {

    private final Bus bus;
    private final DataSource database;

    Told(Bus bus, DataSource database) {
        this.bus = bus;
        this.database = database;
    }

    /** @return the id of the first event's notification */
    UUID of(HubEvent... events) {
        var ids = Arrays.stream(events).map(bus::publish).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> applied(ids));
        return events[0].notificationId();
    }

    private boolean applied(List<UUID> events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from inbox where event_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) == events.size();
            }
        }
    }
}
