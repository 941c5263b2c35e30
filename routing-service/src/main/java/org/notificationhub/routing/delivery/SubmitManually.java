package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.evidence.Sha256;

/** Records that a person has told CQC, and has a second person confirm it where that is asked for. */
@ApplicationScoped
public class SubmitManually {

    private final RoutedNotificationRepository notifications;
    private final EntityManager database;
    private final RecordAnswer record;
    private final Evidence evidence;
    private final RoutingConfig.Cqc config;
    private final Clock clock;

    SubmitManually(
            RoutedNotificationRepository notifications,
            EntityManager database,
            RecordAnswer record,
            Evidence evidence,
            RoutingConfig config,
            Clock clock) {
        this.notifications = notifications;
        this.database = database;
        this.record = record;
        this.evidence = evidence;
        this.config = config.cqc();
        this.clock = clock;
    }

    /** The same again changes nothing; another reference is refused, unless the first was sent back. */
    @Transactional
    public void complete(UUID deliveryId, String cqcReference, Instant submittedAt, String by) {
        var delivery = notifications.lockDelivery(deliveryId);
        var recorded = database.find(ManualSubmission.class, deliveryId);
        if (recorded != null && !recorded.isSentBack()) {
            if (!recorded.says(cqcReference, submittedAt)) {
                throw new Refusal(
                        ProblemKind.SUBMISSION_RECORDED, "Another reference or time has been recorded already");
            }
            return;
        }
        refuseUnlessAwaited(delivery);
        if (recorded == null) {
            recorded = new ManualSubmission(deliveryId);
        }
        recorded.recorded(cqcReference, submittedAt, by, clock.instant());
        database.persist(recorded);
        evidence.add(delivery.notification().id(), new SubmissionRecorded(deliveryId, cqcReference, submittedAt));
        if (!needsSecondPerson(delivery.notification().providerId())) {
            record.submitted(delivery, recorded);
        }
    }

    /** Confirmed twice is confirmed. */
    @Transactional
    public void confirm(UUID deliveryId, String by) {
        var delivery = notifications.lockDelivery(deliveryId);
        var recorded = toCheck(deliveryId, by);
        if (recorded.confirmedBy() == null) {
            refuseUnlessAwaited(delivery);
            recorded.confirmed(by, clock.instant());
            evidence.add(delivery.notification().id(), new SubmissionConfirmed(deliveryId));
            record.submitted(delivery, recorded);
        }
    }

    @Transactional
    public void sendBack(UUID deliveryId, String because, String by) {
        var delivery = notifications.lockDelivery(deliveryId);
        var recorded = toCheck(deliveryId, by);
        refuseUnlessAwaited(delivery);
        recorded.sentBack(because, by, clock.instant());
        evidence.add(delivery.notification().id(), new SubmissionSentBack(deliveryId, Sha256.hex(because)));
    }

    private boolean needsSecondPerson(String providerId) {
        return config.secondPerson()
                .filter(providers -> providers.contains("*") || providers.contains(providerId))
                .isPresent();
    }

    private ManualSubmission toCheck(UUID deliveryId, String by) {
        var recorded = database.find(ManualSubmission.class, deliveryId);
        if (recorded == null || recorded.isSentBack()) {
            throw new Refusal(ProblemKind.NOTHING_TO_CHECK, ProblemKind.NOTHING_TO_CHECK.remedy());
        }
        if (recorded.recordedBy().equals(by)) {
            throw new Refusal(ProblemKind.SAME_PERSON, ProblemKind.SAME_PERSON.remedy());
        }
        return recorded;
    }

    private static void refuseUnlessAwaited(Delivery delivery) {
        if (!delivery.awaitsPerson()) {
            throw new Refusal(ProblemKind.NOT_AWAITED, "The delivery is " + delivery.status());
        }
    }

    private record SubmissionRecorded(UUID deliveryId, String cqcReference, Instant submittedAt) {}

    private record SubmissionConfirmed(UUID deliveryId) {}

    private record SubmissionSentBack(UUID deliveryId, String reasonSha256) {}
}
