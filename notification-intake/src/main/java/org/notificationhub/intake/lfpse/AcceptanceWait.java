package org.notificationhub.intake.lfpse;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.Stored;

/** Holds an answer until LfPSE has accepted what was stored, as a client of LfPSE expects. Holds no thread. */
@ApplicationScoped
class AcceptanceWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final NotificationRepository notifications;
    private final Duration longest;

    AcceptanceWait(NotificationRepository notifications, IntakeConfig config) {
        this.notifications = notifications;
        this.longest = config.lfpseDoor().longestWait();
    }

    Uni<Standing> of(Stored stored) {
        return Uni.createFrom()
                .item(() -> Standing.of(notifications.current(stored.id()).orElseThrow(), stored.version()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(Standing::isAwaited)
                .collect()
                .last()
                .ifNoItem()
                .after(longest)
                .recoverWithItem(Standing.AWAITED);
    }
}
