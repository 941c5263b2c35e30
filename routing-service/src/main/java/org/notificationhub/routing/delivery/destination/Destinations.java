package org.notificationhub.routing.delivery.destination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.destination.Bucket.Rate;
import org.notificationhub.routing.rule.Authority;

/** The state of each destination, which all replicas share: no replica remembers any of it. */
@ApplicationScoped
public class Destinations {

    /** A replica that stops in the middle must not stop the others: its session ends, and with it its lock. */
    private static final String BE_BRIEF =
            "set local lock_timeout = '2s'; set local idle_in_transaction_session_timeout = '5s'";

    private static final String LOCK = "select from destination where authority = ? for update";

    /** After {@link #LOCK}, not with it: a statement that had to wait for a lock counts what it saw before it waited. */
    private static final String READ = """
            select d.*, exists (select from destination_pause p
                                 where p.authority = d.authority and p.resumed_at is null) as paused,
                   (select count(*) from delivery s where s.authority = d.authority and s.status = 'SENDING') as in_flight
              from destination d where d.authority = ?""";

    private static final String SAVE = """
            update destination set circuit = ?, circuit_since = ?, failed = ?, openings = ?, open_until = ?, ramp = ?,
                   held_until = ?, tokens = ?, tokens_at = ?
             where authority = ?""";

    private final DataSource database;
    private final CircuitChanges changes;
    private final RoutingConfig config;
    private final Clock clock;

    Destinations(DataSource database, CircuitChanges changes, RoutingConfig config, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.config = config;
        this.clock = clock;
    }

    /** Null without a limit, which is the default. */
    public Rate rate(Authority authority) {
        var destination = config.destination(authority);
        return destination.rate().isPresent() ? new Rate(destination.rate().getAsDouble(), destination.burst()) : null;
    }

    /** Decides about a destination while no other replica does, in a transaction of its own. */
    public <T> T decide(Authority authority, Decision<T> decision) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var before = lock(connection, authority);
                var decided = decision.on(before.at(clock.instant()), connection);
                if (!decided.after().equals(before)) {
                    save(connection, decided.after());
                }
                connection.commit();
                changes.tell(before, decided.after());
                return decided.result();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Learns from an answer how the destination is doing. */
    public void heard(Authority authority, UUID delivery, Sign sign, Duration asked) throws SQLException {
        var wait = asked == null || asked.compareTo(config.delivery().longestRetry()) < 0
                ? asked
                : config.delivery().longestRetry();
        var luck = ThreadLocalRandom.current().nextDouble();
        decide(authority, (destination, connection) -> {
            var breaker = config.delivery().breaker();
            return new Decided<>(destination.heard(sign, wait, delivery, clock.instant(), breaker, luck), null);
        });
    }

    private Destination lock(Connection connection, Authority authority) throws SQLException {
        try (var brief = connection.createStatement();
                var lock = connection.prepareStatement(LOCK);
                var read = connection.prepareStatement(READ)) {
            brief.execute(BE_BRIEF);
            lock.setString(1, authority.name());
            lock.execute();
            read.setString(1, authority.name());
            try (var row = read.executeQuery()) {
                row.next();
                return DestinationRow.read(row, rate(authority), clock.instant());
            }
        }
    }

    private static void save(Connection connection, Destination destination) throws SQLException {
        try (var update = connection.prepareStatement(SAVE)) {
            DestinationRow.write(update, destination);
            update.executeUpdate();
        }
    }

    /** What to do about a destination as it is now. */
    public interface Decision<T> {
        Decided<T> on(Destination destination, Connection connection) throws SQLException;
    }

    /** @param after the destination as it is to be kept */
    public record Decided<T>(Destination after, T result) {}
}
