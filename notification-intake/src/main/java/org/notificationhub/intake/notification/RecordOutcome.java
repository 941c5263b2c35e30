package org.notificationhub.intake.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import javax.sql.DataSource;
import org.notificationhub.events.Decision;
import org.notificationhub.events.DeliveryAccepted;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryCancelled;
import org.notificationhub.events.DeliveryRescheduled;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.events.DutyWarned;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.WireJson;

/** Shows the sender what routing did. Each fact carries the whole state, so an older one only adds to the timeline. */
@ApplicationScoped
public class RecordOutcome {

    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private static final String ADD_TO_TIMELINE = """
            insert into timeline_entry (notification_id, revision, at, step, authority, explanation)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

    /** A change is told only if the sender sees something else than before. */
    private static final String SHOW = """
            with before as (select id, status, duties, deliveries from notification where id = ? for update),
            shown as (
                update notification now
                   set revision = ?, routed_version = ?, duties = ?::jsonb, deliveries = ?::jsonb, decision = coalesce(?::jsonb, decision),
                       status = case when now.status = 'WITHDRAWN' then now.status else ? end
                  from before
                 where now.id = before.id and now.revision < ?
                returning now.id, now.current_version, now.status, before.status as previous_status,
                          in_short(now.duties) as duties, in_short(before.duties) as previous_duties,
                          in_short(now.deliveries) as deliveries, in_short(before.deliveries) as previous_deliveries)
            insert into status_change_waiting
                   (id, notification_id, version, status, previous_status, duties, deliveries, because, at)
            select ?, id, current_version, status, previous_status, duties, deliveries, ?, ? from shown
             where (status, duties, deliveries) is distinct from (previous_status, previous_duties, previous_deliveries)""";

    private final DataSource database;

    RecordOutcome(DataSource database) {
        this.database = database;
    }

    /** Joins the caller's transaction. */
    public void record(HubEvent.FromRouting event) {
        try (var connection = database.getConnection()) {
            addToTimeline(connection, event);
            show(connection, event);
        } catch (SQLException e) {
            throw new IllegalStateException("An outcome cannot be recorded", e);
        }
    }

    private static void addToTimeline(Connection connection, HubEvent.FromRouting event) throws SQLException {
        var step = Step.of(event);
        try (var insert = connection.prepareStatement(ADD_TO_TIMELINE)) {
            insert.setObject(1, event.notificationId());
            insert.setLong(2, event.progress().revision());
            insert.setTimestamp(3, Timestamp.from(event.at()));
            insert.setString(4, step.name());
            insert.setString(5, step.authority());
            insert.setString(6, step.explanation());
            insert.executeUpdate();
        }
    }

    private static void show(Connection connection, HubEvent.FromRouting event) throws SQLException {
        var progress = event.progress();
        try (var update = connection.prepareStatement(SHOW)) {
            update.setObject(1, event.notificationId());
            update.setLong(2, progress.revision());
            update.setInt(3, progress.version());
            update.setString(4, json(progress.duties()));
            update.setString(5, json(progress.deliveries()));
            update.setString(6, event instanceof NotificationRouted routed ? json(routed.decision()) : null);
            update.setString(7, progress.status().name());
            update.setLong(8, progress.revision());
            update.setObject(9, Ids.next());
            update.setString(10, Step.of(event).name());
            update.setTimestamp(11, Timestamp.from(event.at()));
            update.executeUpdate();
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome that was read cannot be written", e);
        }
    }

    /** A line of the timeline. */
    private record Step(String name, String authority, String explanation) {

        static Step of(HubEvent.FromRouting event) {
            if (event instanceof NotificationRouted routed) {
                return new Step("ROUTED", null, because(routed.decision()));
            }
            if (event instanceof DeliveryAccepted accepted) {
                return new Step("DELIVERY_ACCEPTED", accepted.authority(), null);
            }
            if (event instanceof DeliveryAttempted attempted) {
                return new Step("DELIVERY_" + attempted.outcome(), attempted.authority(), attempted.explanation());
            }
            if (event instanceof DeliveryCancelled cancelled) {
                return new Step("DELIVERY_CANCELLED", cancelled.authority(), cancelled.because());
            }
            if (event instanceof DeliveryRescheduled again) {
                return new Step("DELIVERY_RESCHEDULED", again.authority(), again.because());
            }
            if (event instanceof DutyWarned due) {
                return new Step(
                        due.percent() < 100 ? "DUTY_DUE_SOON" : "DUTY_TIME_PASSED", due.authority(), due.because());
            }
            var revived = (DutyRevived) event;
            return new Step("DUTY_REVIVED", revived.authority(), revived.because());
        }

        private static String because(Decision decision) {
            return decision.duties().isEmpty() ? null : decision.duties().get(0).because();
        }
    }
}
