package org.notificationhub.intake.lfpse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.http.Trace;
import org.notificationhub.intake.notification.ChangeNotification;
import org.notificationhub.intake.notification.NotificationHistory;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.ReceiveNotification;
import org.notificationhub.intake.notification.Stored;
import org.notificationhub.lfpse.LfpseEvent;

/** Takes an LfPSE event for a notification: what is sent, amended or deleted there is received, amended or withdrawn here. */
@ApplicationScoped
class ReceiveEvent {

    private static final String DELETED = "The provider's system deleted the event from LfPSE's record.";

    private final ReceiveNotification receiveNotification;
    private final ChangeNotification changeNotification;
    private final NotificationRepository notifications;
    private final AcceptanceWait acceptanceWait;
    private final Clock clock;

    ReceiveEvent(
            ReceiveNotification receiveNotification,
            ChangeNotification changeNotification,
            NotificationRepository notifications,
            AcceptanceWait acceptanceWait,
            Clock clock) {
        this.receiveNotification = receiveNotification;
        this.changeNotification = changeNotification;
        this.notifications = notifications;
        this.acceptanceWait = acceptanceWait;
        this.clock = clock;
    }

    /** @param standing with LfPSE, as far as one could wait for it */
    record Received(NotifiedEvent event, Stored stored, Standing standing) {}

    /** The same event again is the one that is stored already. */
    Uni<Received> receive(LfpseEvent sent, KeyHolder holder, Trace trace) {
        var event = NotifiedEvent.first(sent, holder.provider(sent));
        return Uni.createFrom()
                .completionStage(receiveNotification.receive(
                        event.body(clock.instant()), event.hash(), holder.sender(), null, trace))
                .chain(stored -> received(event, stored));
    }

    Uni<Received> amend(UUID id, LfpseEvent sent, KeyHolder holder, Trace trace) {
        var known = known(id, holder);
        if (isWithdrawn(known)) {
            throw withdrawn();
        }
        var event = NotifiedEvent.again(sent, holder.provider(sent), known.notification());
        var stored = changeNotification.amend(
                id, event.body(known.current().content()), event.hash(), holder.sender(), null, trace);
        return received(event, stored);
    }

    void delete(UUID id, KeyHolder holder, Trace trace) {
        if (isWithdrawn(known(id, holder))) {
            throw notThere();
        }
        changeNotification.withdraw(id, DELETED, holder.sender(), null, null, trace);
    }

    /** What was withdrawn must not be taken for recorded, however often it was sent. */
    private Uni<Received> received(NotifiedEvent event, Stored stored) {
        return acceptanceWait.of(stored).map(standing -> {
            if (standing.state() == Standing.State.WITHDRAWN) {
                throw withdrawn();
            }
            return new Received(event, stored, standing);
        });
    }

    private NotificationHistory known(UUID id, KeyHolder holder) {
        return notifications
                .current(id)
                .filter(known -> holder.sender().actsFor(known.notification().providerId()))
                .orElseThrow(ReceiveEvent::notThere);
    }

    private static boolean isWithdrawn(NotificationHistory known) {
        return known.notification().status() == NotificationStatus.WITHDRAWN;
    }

    private static Refusal notThere() {
        return new Refusal(ProblemKind.NOT_FOUND, "There is no such event");
    }

    private static Refusal withdrawn() {
        return new Refusal(
                ProblemKind.ALREADY_WITHDRAWN,
                "The event was deleted; send it under another identifier to record it anew");
    }
}
