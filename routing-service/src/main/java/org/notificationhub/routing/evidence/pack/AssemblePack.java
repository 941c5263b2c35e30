package org.notificationhub.routing.evidence.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.routing.decision.DecisionRepository;
import org.notificationhub.routing.delivery.Delivery;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.delivery.Duty;
import org.notificationhub.routing.delivery.DutyStanding;
import org.notificationhub.routing.delivery.RoutedNotification;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.evidence.Actor;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.evidence.EvidenceChain;
import org.notificationhub.routing.evidence.SignEvidence;
import org.notificationhub.routing.evidence.pack.EvidencePack.Delivered;
import org.notificationhub.routing.evidence.pack.EvidencePack.DutyOwed;
import org.notificationhub.routing.evidence.pack.EvidencePack.PackSignature;
import org.notificationhub.routing.evidence.pack.EvidencePack.Tried;

/** Puts together what proves what was done about a notification. Asking for it is itself kept as evidence. */
@ApplicationScoped
public class AssemblePack {

    private final RoutedNotificationRepository notifications;
    private final DecisionRepository decisions;
    private final DeliveryRepository deliveries;
    private final Evidence evidence;
    private final EvidenceChain chain;
    private final SignEvidence signEvidence;
    private final Actor actor;
    private final Clock clock;

    AssemblePack(
            RoutedNotificationRepository notifications,
            DecisionRepository decisions,
            DeliveryRepository deliveries,
            Evidence evidence,
            EvidenceChain chain,
            SignEvidence signEvidence,
            Actor actor,
            Clock clock) {
        this.notifications = notifications;
        this.decisions = decisions;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.chain = chain;
        this.signEvidence = signEvidence;
        this.actor = actor;
        this.clock = clock;
    }

    /** Nothing of it changes while it is read: the notification is locked. Empty where there is no such notification. */
    @Transactional
    public Optional<EvidencePack> of(UUID notificationId, boolean withPayload) {
        signEvidence.refuseWithoutKey();
        return notifications.lock(notificationId).map(notification -> signed(of(notification, withPayload)));
    }

    private EvidencePack of(RoutedNotification notification, boolean withPayload) {
        var id = notification.id();
        evidence.add(id, new EvidenceLookedAt(withPayload));
        return new EvidencePack(
                1,
                clock.instant(),
                actor.name(),
                EvidencePack.Notification.of(notification),
                notifications.versions(id).stream()
                        .map(version -> EvidencePack.Version.of(version, withPayload))
                        .toList(),
                decisions.of(id).stream().map(EvidencePack.DecisionTaken::of).toList(),
                notification.standing().stream()
                        .map(standing -> owed(notification, standing))
                        .toList(),
                deliveries.of(id).stream().map(this::delivered).toList(),
                chain.entries(id),
                chain.proofs(id),
                chain.anchors(id),
                null);
    }

    private EvidencePack signed(EvidencePack pack) {
        var signature = signEvidence.sign(pack);
        return pack.signed(new PackSignature("Ed25519", signature.kid(), signature.value()));
    }

    private static DutyOwed owed(RoutedNotification notification, DutyStanding standing) {
        return new DutyOwed(
                standing,
                notification
                        .duty(standing.authority())
                        .map(Duty::lateReason)
                        .map(reason -> new EvidencePack.Reason(reason.text(), reason.by(), reason.at()))
                        .orElse(null));
    }

    private Delivered delivered(Delivery delivery) {
        return new Delivered(
                delivery.id(),
                delivery.version(),
                delivery.authority(),
                delivery.channel(),
                delivery.purpose().name(),
                delivery.action().name(),
                delivery.status(),
                delivery.createdAt(),
                delivery.explanation(),
                receipt(delivery),
                attempts(delivery.id()));
    }

    private List<Tried> attempts(UUID deliveryId) {
        return deliveries.attempts(deliveryId).stream().map(Tried::of).toList();
    }

    private static EvidencePack.Receipt receipt(Delivery delivery) {
        var receipt = delivery.receipt();
        return receipt == null
                ? null
                : new EvidencePack.Receipt(
                        receipt.reference(), receipt.authorityId(), receipt.authorityVersion(), receipt.acceptedAt());
    }

    /** @param payload whether what the sender said was looked at too */
    private record EvidenceLookedAt(boolean payload) {}
}
