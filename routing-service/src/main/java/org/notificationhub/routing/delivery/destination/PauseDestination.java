package org.notificationhub.routing.delivery.destination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.routing.rule.Authority;

/** Stops what is sent to a destination, and lets it go on: an act with a reason, in force at every replica's next claim. */
@ApplicationScoped
public class PauseDestination {

    private static final Logger LOG = Logger.getLogger(PauseDestination.class);

    private static final String PAUSE = """
            insert into destination_pause (authority, reason, paused_by, paused_at) values (?, ?, ?, ?)
            on conflict (authority) where resumed_at is null do nothing""";

    private static final String RESUME = """
            with let_go as (update destination set held_until = null where authority = ? and held_until is not null)
            update destination_pause set resumed_reason = ?, resumed_by = ?, resumed_at = ?
             where authority = ? and resumed_at is null""";

    private final DataSource database;
    private final Event<DestinationResumed> resumed;
    private final Clock clock;

    PauseDestination(DataSource database, Event<DestinationResumed> resumed, Clock clock) {
        this.database = database;
        this.resumed = resumed;
        this.clock = clock;
    }

    /** Paused already, it stays so for the first reason. */
    public void pause(Authority authority, String reason, String by) {
        var now = Timestamp.from(clock.instant());
        if (execute(PAUSE, List.of(authority.name(), reason, by, now)) > 0) {
            tell(authority, "destination-paused", "A destination is paused; nothing is sent to it until it is resumed");
        }
    }

    /** What the authority asked us to wait for ends too: whoever resumes knows better. An open circuit stays open. */
    public void resume(Authority authority, String reason, String by) {
        var now = Timestamp.from(clock.instant());
        if (execute(RESUME, List.of(authority.name(), reason, by, now, authority.name())) > 0) {
            tell(authority, "destination-resumed", "A destination is resumed");
        }
        resumed.fire(new DestinationResumed(authority));
    }

    private int execute(String change, List<Object> given) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(change)) {
            for (var place = 0; place < given.size(); place++) {
                statement.setObject(place + 1, given.get(place));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A destination cannot be paused or resumed", e);
        }
    }

    private static void tell(Authority authority, String action, String message) {
        MDC.put("labels.authority", authority.name());
        MDC.put("event.action", action);
        LOG.warn(message);
        MDC.remove("event.action");
        MDC.remove("labels.authority");
    }

    /** It may be sent to again. */
    public record DestinationResumed(Authority authority) {}
}
