package org.notificationhub.intake.status;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.notificationhub.background.Rounds;

/**
 * Gives changes their place in the feed. A number that a change drew for itself would not do: the one that draws 7 may commit
 * before the one that drew 6, and whoever read 7 would never see 6. Here only what is committed gets a place, and the lock is
 * held until the places are committed, so they become visible in their order (ADR 15).
 */
@ApplicationScoped
public class StatusFeedWriter {

    /** Any number, the same in every replica: "status" in ASCII. */
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(126943688422771)";

    private static final int AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final String PLACE = """
            with taken as (
                delete from status_change_waiting
                 where seq in (select seq from status_change_waiting order by seq limit %d)
                returning *)
            insert into status_change (position, id, notification_id, provider_id, reference, version, status,
                                       previous_status, duties, deliveries, because, at)
            select (select coalesce(max(position), 0) from status_change) + row_number() over (order by taken.seq),
                   taken.id, notification_id, provider_id, reference, version, taken.status,
                   previous_status, taken.duties, taken.deliveries, because, at
              from taken join notification on notification.id = notification_id""".formatted(AT_ONCE);

    private final DataSource database;
    private final Rounds rounds = new Rounds("status-feed", "Changes wait for their place in the feed", this::placeAll);

    StatusFeedWriter(DataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        rounds.start(Duration.ZERO, PAUSE);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    private void placeAll() throws SQLException {
        boolean isMore;
        do {
            isMore = place();
        } while (isMore && !rounds.isClosed());
    }

    /** The lock in a statement of its own: what the replica before us committed must be seen by the next. */
    private boolean place() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(TAKE_TURN);
                var placed = statement.executeUpdate(PLACE);
                connection.commit();
                return placed == AT_ONCE;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
