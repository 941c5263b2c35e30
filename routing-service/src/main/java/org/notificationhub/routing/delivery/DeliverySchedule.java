package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.rule.Authority;

/** The schedule as the database keeps it, shared by all replicas. */
@ApplicationScoped
class DeliverySchedule {

    /**
     * Takes what is due, except what would overtake an earlier version on its way to the same authority. A notification
     * that somebody is changing is left for the next time.
     */
    private static final String CLAIM = """
            with due as (
                select d.id from delivery d join notification n on n.id = d.notification_id
                 where d.authority = ? and d.next_attempt_at <= ?
                   and not exists (select from delivery earlier
                                    where earlier.notification_id = d.notification_id
                                      and earlier.authority = d.authority
                                      and earlier.version < d.version
                                      and earlier.status in ('SCHEDULED', 'SENDING', 'UNKNOWN'))
                 order by d.next_attempt_at limit ?
                   for update of n, d skip locked),
            claimed as (
                update delivery set status = 'SENDING', attempts = attempts + 1, next_attempt_at = null, answer_due_at = ?
                 where id in (select id from due)
                returning id, notification_id, attempts),
            begun as (
                insert into attempt (delivery_id, number, started_at) select id, attempts, ? from claimed)
            select id, notification_id, attempts from claimed""";

    private static final String UNANSWERED =
            "select id from delivery where answer_due_at <= ? order by answer_due_at limit 100";

    private final DataSource database;
    private final RoutingConfig.Delivery config;
    private final Clock clock;

    DeliverySchedule(DataSource database, RoutingConfig config, Clock clock) {
        this.database = database;
        this.config = config.delivery();
        this.clock = clock;
    }

    /** The attempts are stored, and nobody else has them, when this returns. */
    List<Claimed> claim(Authority authority, int most) throws SQLException {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, authority.name());
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, most);
            statement.setTimestamp(4, Timestamp.from(now.plus(config.lease())));
            statement.setTimestamp(5, Timestamp.from(now));
            return all(statement.executeQuery(), Claimed::of);
        }
    }

    /** Whose sender has died, or whose hold has ended. */
    List<UUID> unanswered() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UNANSWERED)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            return all(statement.executeQuery(), row -> row.getObject("id", UUID.class));
        }
    }

    private static <T> List<T> all(ResultSet result, Row<T> row) throws SQLException {
        try (result) {
            var all = new ArrayList<T>();
            while (result.next()) {
                all.add(row.of(result));
            }
            return all;
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** An attempt that this process is to make. */
    record Claimed(UUID deliveryId, UUID notificationId, int attempt) {
        static Claimed of(ResultSet row) throws SQLException {
            return new Claimed(
                    row.getObject("id", UUID.class),
                    row.getObject("notification_id", UUID.class),
                    row.getInt("attempts"));
        }
    }
}
