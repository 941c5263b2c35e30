package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.notificationhub.bus.Outbox;
import org.notificationhub.bus.Outgoing;
import org.notificationhub.events.DeliveryAccepted;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryCancelled;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.Ids;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.http.TraceParent;
import org.notificationhub.routing.evidence.Evidence;

/** Tells the others what became of a notification, in the transaction of the change itself. */
@ApplicationScoped
public class Outcomes {

    private final DataSource database;
    private final RoutedNotificationRepository notifications;
    private final Evidence evidence;
    private final Event<OutcomeStored> stored;
    private final Clock clock;

    Outcomes(
            DataSource database,
            RoutedNotificationRepository notifications,
            Evidence evidence,
            Event<OutcomeStored> stored,
            Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.evidence = evidence;
        this.stored = stored;
        this.clock = clock;
    }

    /** One change, one event, one revision. The caller holds the notification's lock. */
    public void tell(
            RoutedNotification notification, BiFunction<Instant, RoutingProgress, HubEvent.FromRouting> event) {
        var at = clock.instant();
        var cause = notifications.version(notification.id(), notification.version());
        var told = event.apply(at, notification.nextProgress());
        evidence.add(told, notification.standing());
        var outgoing = new Outgoing(
                Ids.next(),
                told,
                cause.correlationId(),
                TraceParent.continued(cause.traceparent()).toString());
        try (var connection = database.getConnection()) {
            Outbox.append(connection, at, List.of(outgoing));
        } catch (SQLException e) {
            throw new IllegalStateException("An outcome cannot be stored", e);
        }
        stored.fire(new OutcomeStored(notification.id()));
    }

    public void cancel(Delivery delivery, String because) {
        delivery.cancelled(because);
        var notification = delivery.notification();
        tell(
                notification,
                (at, progress) -> new DeliveryCancelled(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        because,
                        progress));
    }

    void accepted(Delivery delivery) {
        var notification = delivery.notification();
        tell(
                notification,
                (at, progress) -> new DeliveryAccepted(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        delivery.receipt().reference(),
                        progress));
    }

    void attempted(Delivery delivery) {
        var notification = delivery.notification();
        tell(
                notification,
                (at, progress) -> new DeliveryAttempted(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        delivery.status(),
                        delivery.explanation(),
                        progress));
    }

    /** What an authority never took need not be taken back. */
    void cancelNeedlessWithdrawal(Delivery refused) {
        var notification = refused.notification();
        notification.untold().stream()
                .filter(scheduled -> scheduled.isWithdrawal() && scheduled.authority() == refused.authority())
                .filter(scheduled -> notification.receiptBefore(scheduled).isEmpty())
                .forEach(scheduled -> cancel(scheduled, "There is nothing to withdraw"));
    }

    /** Seen only after its transaction has committed. */
    public record OutcomeStored(UUID notificationId) {}
}
