package org.notificationhub.routing.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;

/** Has payloads erased once they have been kept for as long as they are to be kept. Where no period is set, never. */
@ApplicationScoped
class PayloadRetention {

    private static final Logger LOG = Logger.getLogger(PayloadRetention.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int AT_A_TIME = 100;
    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** By the last thing that the sender said: what somebody still reports on is not old. */
    private static final String OLD = """
            select v.received_at, n.id
              from notification_version v join notification n on n.id = v.notification_id and n.version = v.version
             where v.content is not null and (v.received_at, v.notification_id) > (?, ?) and v.received_at < ?
               and %s
             order by v.received_at, v.notification_id limit ?""".formatted(ErasePayload.SETTLED);

    private final DataSource database;
    private final ErasePayload erasePayload;
    private final RoutingConfig.Retention config;
    private final Clock clock;
    private final Rounds rounds;

    PayloadRetention(DataSource database, ErasePayload erasePayload, RoutingConfig config, Clock clock) {
        this.database = database;
        this.erasePayload = erasePayload;
        this.config = config.retention();
        this.clock = clock;
        this.rounds = new Rounds("payload-retention", "What is to be erased cannot be read", this::sweep);
    }

    void start(@Observes StartupEvent event) {
        if (config.payload().isPresent()) {
            rounds.start(Duration.ZERO, config.sweep());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    private void sweep() throws SQLException {
        sweep(config.payload().orElseThrow());
    }

    /** What fails is passed by and tried in the next one. */
    int sweep(Period keep) throws SQLException {
        var before = clock.instant().atZone(LONDON).minus(keep).toInstant();
        var erased = 0;
        var place = BEGINNING;
        for (var some = old(place, before); !some.isEmpty(); some = old(place, before)) {
            for (var each : some) {
                place = each;
                erased += erase(each.id(), keep) ? 1 : 0;
            }
        }
        if (erased > 0) {
            LOG.infof("Payloads of %d notifications were erased, as they are kept for %s only", erased, keep);
        }
        return erased;
    }

    private boolean erase(UUID notificationId, Period kept) {
        try {
            return erasePayload.of(notificationId, "KEPT_FOR_" + kept);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A payload could not be erased; it is tried again", new Failure(e));
            return false;
        }
    }

    private List<Cursor> old(Cursor place, Instant before) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OLD)) {
            statement.setTimestamp(1, Timestamp.from(place.at()));
            statement.setObject(2, place.id());
            statement.setTimestamp(3, Timestamp.from(before));
            statement.setInt(4, AT_A_TIME);
            try (var row = statement.executeQuery()) {
                var old = new ArrayList<Cursor>();
                while (row.next()) {
                    old.add(new Cursor(row.getTimestamp("received_at").toInstant(), row.getObject("id", UUID.class)));
                }
                return old;
            }
        }
    }
}
