package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.notificationhub.http.TraceParent;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.Vocabulary;

/** Puts together what a delivery tells. */
@ApplicationScoped
public class WriteDispatch {

    private final DeliveryRepository deliveries;
    private final RoutedNotificationRepository notifications;
    private final Vocabulary vocabulary;

    WriteDispatch(DeliveryRepository deliveries, RoutedNotificationRepository notifications, Vocabulary vocabulary) {
        this.deliveries = deliveries;
        this.notifications = notifications;
        this.vocabulary = vocabulary;
    }

    @Transactional
    public Dispatch write(UUID deliveryId) {
        var delivery = deliveries.findById(deliveryId);
        var notification = delivery.notification();
        var said = notifications.version(notification.id(), delivery.version());
        return new Dispatch(
                deliveryId,
                notification.id(),
                delivery.version(),
                said.receivedAt(),
                delivery.channel(),
                delivery.action(),
                notification.decidedAs(),
                said.content(),
                said.withdrawalReason(),
                notification
                        .receiptBefore(delivery)
                        .map(Receipt::earlierReference)
                        .orElse(null),
                delivery.purpose() == Purpose.DISCHARGES ? criterion(notification.decidedAs()) : null,
                said.correlationId(),
                TraceParent.continued(said.traceparent()).toString());
    }

    private String criterion(String type) {
        return vocabulary.type(type).orElseThrow().cqcCriterion();
    }
}
