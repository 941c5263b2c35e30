package org.notificationhub.intake.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Fault;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.guidance.HelpfulPage;
import org.notificationhub.intake.notification.NotificationHistory;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.Stored;

/** Holds an answer until routing has decided, for a sender that prefers to wait. Any replica may hear the decision. */
@ApplicationScoped
class DecisionWait {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final NotificationRepository notifications;
    private final Duration longest;

    DecisionWait(NotificationRepository notifications, IntakeConfig config) {
        this.notifications = notifications;
        this.longest = config.notification().longestWait();
    }

    CompletionStage<Answer> answer(Stored stored, List<HelpfulPage> guidance, List<Fault> warnings, String prefer) {
        var atOnce = new Answer(stored, AcceptedView.of(stored, NotificationStatus.ACCEPTED, guidance, warnings));
        return Prefer.wait(prefer, longest)
                .<CompletionStage<Answer>>map(wait -> decided(stored.id())
                        .onItem()
                        .transform(history -> new Answer(
                                stored,
                                atOnce.view().decided(history.notification().status(), history.decision())))
                        .ifNoItem()
                        .after(wait)
                        .recoverWithItem(atOnce)
                        .subscribeAsCompletionStage())
                .orElseGet(() -> CompletableFuture.completedStage(atOnce));
    }

    private Uni<NotificationHistory> decided(UUID id) {
        return Uni.createFrom()
                .item(() -> notifications.history(id).orElseThrow())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(history -> history.decision() == null)
                .collect()
                .last();
    }

    record Answer(Stored stored, AcceptedView view) {}
}
