package org.notificationhub.intake.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.notificationhub.bus.Outbox;
import org.notificationhub.bus.Outgoing;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.http.Trace;
import org.notificationhub.identifying.IdentifyingText;
import org.notificationhub.intake.messaging.NotificationPublisher;
import org.notificationhub.intake.status.StatusChangeWaiting;

/** Amends or withdraws a notification. Changes to one notification take turns, so its versions have no gap. */
@ApplicationScoped
public class ChangeNotification {

    private final NotificationRepository notifications;
    private final NotificationCheck check;
    private final IdempotencyKeys keys;
    private final NotificationPublisher publisher;
    private final DataSource database;
    private final Clock clock;

    ChangeNotification(
            NotificationRepository notifications,
            NotificationCheck check,
            IdempotencyKeys keys,
            NotificationPublisher publisher,
            DataSource database,
            Clock clock) {
        this.notifications = notifications;
        this.check = check;
        this.keys = keys;
        this.publisher = publisher;
        this.database = database;
        this.clock = clock;
    }

    /** A new version with this content; sent again, the version it already made. */
    public Stored amend(UUID id, JsonNode body, Sender sender, IdempotencyKey key, Trace trace) {
        return amend(id, body, ContentHash.of(body), sender, key, trace);
    }

    /** @param hash of what the sender said, where the body says it in other words */
    public Stored amend(UUID id, JsonNode body, ContentHash hash, Sender sender, IdempotencyKey key, Trace trace) {
        return committed(() -> {
            var notification = locked(id, sender);
            var earlier = keys.find(key, hash);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var content = check.accepted(body, sender);
            refuseAnotherEvent(notification, content);
            var current = notifications.currentVersion(notification);
            if (current.says(hash)) {
                return new Stored(id, current.number(), current.receivedAt(), true);
            }
            var now = clock.instant();
            var version = new NotificationVersion.Key(id, notification.nextVersion());
            notification.is(content.type());
            notifications
                    .getEntityManager()
                    .persist(NotificationVersion.amendment(version, now, sender.name(), content, hash));
            keys.remember(key, hash, version);
            announce(new NotificationAmended(id, version.version(), now, content), now, trace);
            tell(notification, notification.status(), "AMENDED", now);
            return new Stored(id, version.version(), now, false);
        });
    }

    /** @param reason kept and told to the authorities; must not identify a person */
    public Stored withdraw(UUID id, String reason, Sender sender, IdempotencyKey key, ContentHash hash, Trace trace) {
        var identifying = IdentifyingText.faults("/reason", reason);
        if (!identifying.isEmpty()) {
            throw new Refusal(ProblemKind.RULE_BROKEN, identifying);
        }
        return committed(() -> {
            var notification = locked(id, sender);
            var earlier = keys.find(key, hash);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var current = notifications.currentVersion(notification);
            var now = clock.instant();
            var version = new NotificationVersion.Key(id, notification.nextVersion());
            var before = notification.status();
            notification.withdrawn();
            notifications.getEntityManager().persist(current.withdrawal(version, now, sender.name()));
            keys.remember(key, hash, version);
            announce(
                    new NotificationWithdrawn(
                            id, version.version(), now, reason, notification.type(), notification.providerId()),
                    now,
                    trace);
            tell(notification, before, "WITHDRAWN", now);
            return new Stored(id, version.version(), now, false);
        });
    }

    private Stored committed(Supplier<Stored> change) {
        var stored = QuarkusTransaction.requiringNew().call(change::get);
        publisher.wake();
        return stored;
    }

    private Notification locked(UUID id, Sender sender) {
        return notifications
                .lock(id)
                .filter(notification -> sender.actsFor(notification.providerId()))
                .orElseThrow(() -> new Refusal(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.remedy()));
    }

    private static void refuseAnotherEvent(Notification notification, NotificationContent content) {
        var kept = notification.mayBe(content.type()) ? content.type() : notification.type();
        var faults = Stream.of(
                        differs("/type", kept, content.type()),
                        differs("/reference", notification.reference(), content.reference()),
                        differs(
                                content.provider().id() == null ? "/provider/employer" : "/provider/id",
                                notification.providerId(),
                                content.provider().code()))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.RULE_BROKEN, faults);
        }
    }

    private static Optional<Fault> differs(String pointer, String kept, String given) {
        return kept.equals(given)
                ? Optional.empty()
                : Optional.of(new Fault(
                        pointer,
                        "NOT_AMENDABLE",
                        "An amendment keeps this as it was first sent; withdraw the notification and send a new one"));
    }

    private void announce(HubEvent event, Instant at, Trace trace) {
        var id = Ids.next();
        var outgoing =
                new Outgoing(id, event, trace.correlationId(), trace.parent().toString());
        try (var connection = database.getConnection()) {
            Outbox.append(connection, at, List.of(outgoing));
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be written", e);
        }
    }

    private void tell(Notification notification, NotificationStatus before, String because, Instant at) {
        var change = new StatusChangeWaiting(
                Ids.next(),
                notification.id(),
                notification.currentVersion(),
                notification.status(),
                before,
                notification.duties(),
                notification.deliveries(),
                because,
                at);
        try (var connection = database.getConnection()) {
            change.append(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("A change of status cannot be written", e);
        }
    }
}
