package org.notificationhub.routing.delivery.destination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.notificationhub.routing.delivery.destination.DestinationStatus.Pause;
import org.notificationhub.routing.rule.Authority;

/** All destinations at one moment. */
@ApplicationScoped
public class DestinationOverview {

    private static final String ALL = """
            select d.*, p.id is not null as paused, p.reason, p.paused_by, p.paused_at, o.open_deliveries, o.oldest, o.in_flight
              from destination d
              left join destination_pause p on p.authority = d.authority and p.resumed_at is null
              cross join lateral (
                  select count(*) as open_deliveries, min(created_at) as oldest,
                         count(*) filter (where status = 'SENDING') as in_flight
                    from delivery
                   where delivery.authority = d.authority and status in ('SCHEDULED', 'SENDING', 'UNKNOWN')) o
             order by d.authority""";

    private final DataSource database;
    private final Destinations destinations;
    private final Clock clock;

    DestinationOverview(DataSource database, Destinations destinations, Clock clock) {
        this.database = database;
        this.destinations = destinations;
        this.clock = clock;
    }

    public List<DestinationStatus> all() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL);
                var row = statement.executeQuery()) {
            var all = new ArrayList<DestinationStatus>();
            while (row.next()) {
                all.add(status(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The destinations cannot be read", e);
        }
    }

    private DestinationStatus status(ResultSet row) throws SQLException {
        var now = clock.instant();
        var rate = destinations.rate(Authority.valueOf(row.getString("authority")));
        var oldest = DestinationRow.instant(row, "oldest");
        return new DestinationStatus(
                DestinationRow.read(row, rate, now).at(now),
                row.getBoolean("paused")
                        ? new Pause(
                                row.getString("reason"),
                                row.getString("paused_by"),
                                DestinationRow.instant(row, "paused_at"))
                        : null,
                row.getLong("open_deliveries"),
                oldest == null ? Duration.ZERO : Duration.between(oldest, now));
    }
}
