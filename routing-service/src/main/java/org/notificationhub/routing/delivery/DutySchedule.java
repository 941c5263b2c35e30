package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.routing.rule.Authority;

/** The clocks of all duties, as the database keeps them. */
@ApplicationScoped
class DutySchedule {

    private static final String TO_WARN_OF = """
            select notification_id, authority from duty
             where status = 'OPEN' and met_at is null and warned < 100 and least(half_at, ends_at) <= ?
               and case when ends_at < ? then 100 when most_at <= ? then 80 when half_at <= ? then 50 else 0 end > warned
             order by ends_at, id limit ?""";

    private static final String COUNT = """
            select count(*) filter (where met_at is null and status = 'OPEN' and most_at <= ?
                                      and (due_at is null or due_at >= ?)),
                   count(*) filter (where met_at is null and status = 'OPEN' and due_at < ?),
                   count(*) filter (where met_at > due_at and late_reason is null and status <> 'WITHDRAWN')
              from duty where status = 'OPEN' or met_at > due_at and late_reason is null""";

    private final DataSource database;
    private final Clock clock;

    DutySchedule(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of which more time has passed than somebody was warned of. */
    List<Running> toWarnOf(int most) throws SQLException {
        var now = Timestamp.from(clock.instant());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TO_WARN_OF)) {
            for (var place = 1; place <= 4; place++) {
                statement.setTimestamp(place, now);
            }
            statement.setInt(5, most);
            try (var row = statement.executeQuery()) {
                var running = new ArrayList<Running>();
                while (row.next()) {
                    running.add(new Running(row.getObject(1, UUID.class), Authority.valueOf(row.getString(2))));
                }
                return running;
            }
        }
    }

    Counts count() throws SQLException {
        var now = Timestamp.from(clock.instant());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNT)) {
            for (var place = 1; place <= 3; place++) {
                statement.setTimestamp(place, now);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return new Counts(row.getDouble(1), row.getDouble(2), row.getDouble(3));
            }
        }
    }

    /** A duty whose clock runs. */
    record Running(UUID notificationId, Authority authority) {}

    /**
     * How many duties are in trouble.
     *
     * @param dueSoon past four fifths of their time and not overdue; a missed own target counts here
     * @param lateReasonOwed met late without anybody having said why
     */
    record Counts(double dueSoon, double overdue, double lateReasonOwed) {
        static final Counts UNKNOWN = new Counts(Double.NaN, Double.NaN, Double.NaN);
    }
}
