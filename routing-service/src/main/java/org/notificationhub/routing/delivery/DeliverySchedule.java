package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.destination.Circuit;
import org.notificationhub.routing.delivery.destination.Destination;
import org.notificationhub.routing.delivery.destination.Destinations;
import org.notificationhub.routing.delivery.destination.Destinations.Decided;
import org.notificationhub.routing.rule.Authority;

/** The schedule as the database keeps it, shared by all replicas. */
@ApplicationScoped
class DeliverySchedule {

    /**
     * Takes what is due, the most urgent first, except what would overtake an earlier version on its way to the same
     * authority. A notification that somebody is changing is left for the next time. The row of the destination is only
     * read: where it is free of trouble, this statement is all that a claim costs.
     */
    private static final String CLAIM = """
            with gate as (
                select ? or circuit = 'CLOSED' and ramp is null and (held_until is null or held_until <= ?)
                            and not exists (select from destination_pause p
                                             where p.authority = destination.authority and p.resumed_at is null) as free,
                       circuit <> 'CLOSED' or ramp is not null or failed <> '{}' as watched
                  from destination where authority = ?),
            due as (
                select d.id from delivery d join notification n on n.id = d.notification_id
                 where (select free from gate)
                   and d.authority = ? and d.next_attempt_at <= ? and d.id <> all (?)
                   and not exists (select from delivery earlier
                                    where earlier.notification_id = d.notification_id
                                      and earlier.authority = d.authority
                                      and earlier.version < d.version
                                      and earlier.status in ('SCHEDULED', 'SENDING', 'UNKNOWN'))
                 order by d.urgent_by, d.next_attempt_at limit ?
                   for update of n, d skip locked),
            claimed as (
                update delivery set status = 'SENDING', attempts = attempts + 1, next_attempt_at = null, answer_due_at = ?
                 where id = any (array(select id from due))
                returning id, notification_id, attempts, withdrawal),
            begun as (
                insert into attempt (delivery_id, number, started_at, taxonomy)
                select id, attempts, ?, case when not withdrawal then ? end from claimed)
            select free, watched, id, notification_id, attempts from gate left join claimed on true""";

    private static final String UNANSWERED = """
            select id, answer_due_at from delivery
             where answer_due_at <= ? and (answer_due_at, id) > (?, ?)
             order by answer_due_at, id limit 100""";

    private final DataSource database;
    private final Destinations destinations;
    private final RoutingConfig config;
    private final Clock clock;

    DeliverySchedule(DataSource database, Destinations destinations, RoutingConfig config, Clock clock) {
        this.database = database;
        this.destinations = destinations;
        this.config = config;
        this.clock = clock;
    }

    /** The attempts are stored, and nobody else has them, when this returns. */
    Claim claim(Authority authority, int most) throws SQLException {
        if (destinations.rate(authority) == null) {
            try (var connection = database.getConnection()) {
                var result = claim(connection, authority, most, false, List.of());
                if (result.isFree()) {
                    return new Claim(result.claimed(), null);
                }
            }
        }
        return destinations.decide(authority, (destination, connection) -> admitted(destination, connection, most));
    }

    private Decided<Claim> admitted(Destination destination, Connection connection, int most) throws SQLException {
        var admitted = destination.admits(most);
        var claimed = admitted == 0 ? List.<Claimed>of() : claimAdmitted(destination, connection, admitted);
        var after = destination.sent(claimed.size());
        return new Decided<>(after, new Claim(claimed, after.again()));
    }

    /** What has failed is no probe while something else is due: it may be the reason. */
    private List<Claimed> claimAdmitted(Destination destination, Connection connection, int admitted)
            throws SQLException {
        var circuit = destination.circuit();
        var doubtful = circuit.state() == Circuit.State.HALF_OPEN ? circuit.failed() : List.<UUID>of();
        var claimed = claim(connection, destination.authority(), admitted, true, doubtful)
                .claimed();
        return claimed.isEmpty() && !doubtful.isEmpty()
                ? claim(connection, destination.authority(), admitted, true, List.of())
                        .claimed()
                : claimed;
    }

    private Result claim(Connection connection, Authority authority, int most, boolean admitted, List<UUID> except)
            throws SQLException {
        var now = Timestamp.from(clock.instant());
        var leaseEnds = now.toInstant().plus(config.delivery().lease());
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setBoolean(1, admitted);
            statement.setTimestamp(2, now);
            statement.setString(3, authority.name());
            statement.setString(4, authority.name());
            statement.setTimestamp(5, now);
            statement.setArray(6, connection.createArrayOf("uuid", except.toArray()));
            statement.setInt(7, most);
            statement.setTimestamp(8, Timestamp.from(leaseEnds));
            statement.setTimestamp(9, now);
            statement.setString(10, config.taxonomy(authority));
            try (var row = statement.executeQuery()) {
                return Result.of(row, leaseEnds);
            }
        }
    }

    /** Whose sender has died, or whose hold has ended, after {@code last}. */
    List<Unanswered> unanswered(Unanswered last) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UNANSWERED)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setTimestamp(2, Timestamp.from(last.dueAt()));
            statement.setObject(3, last.deliveryId());
            try (var row = statement.executeQuery()) {
                var all = new ArrayList<Unanswered>();
                while (row.next()) {
                    all.add(new Unanswered(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("answer_due_at").toInstant()));
                }
                return all;
            }
        }
    }

    /** @param isFree whether nothing but what is due limited the claim */
    private record Result(boolean isFree, List<Claimed> claimed) {
        static Result of(ResultSet row, Instant leaseEnds) throws SQLException {
            var free = false;
            var claimed = new ArrayList<Claimed>();
            while (row.next()) {
                free = row.getBoolean("free");
                if (row.getObject("id") != null) {
                    claimed.add(Claimed.of(row, leaseEnds));
                }
            }
            return new Result(free, claimed);
        }
    }

    /** @param again when to look again though nothing has changed; null where only a change can help */
    record Claim(List<Claimed> claimed, Duration again) {}

    /**
     * An attempt that this process is to make.
     *
     * @param leaseEnds when it is nobody's any more
     * @param isWatched whether a success tells something new about the destination
     */
    record Claimed(UUID deliveryId, UUID notificationId, int attempt, Instant leaseEnds, boolean isWatched) {
        static Claimed of(ResultSet row, Instant leaseEnds) throws SQLException {
            return new Claimed(
                    row.getObject("id", UUID.class),
                    row.getObject("notification_id", UUID.class),
                    row.getInt("attempts"),
                    leaseEnds,
                    row.getBoolean("watched"));
        }
    }

    /** A delivery that should have been answered by now. */
    record Unanswered(UUID deliveryId, Instant dueAt) {
        static final Unanswered FIRST = new Unanswered(new UUID(0, 0), Instant.EPOCH);
    }
}
