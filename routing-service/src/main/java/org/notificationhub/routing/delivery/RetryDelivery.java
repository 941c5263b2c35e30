package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.DeliveryRescheduled;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.evidence.Sha256;

/** Has a delivery that has stopped tried again, in a person's name. */
@ApplicationScoped
public class RetryDelivery {

    private static final Logger LOG = Logger.getLogger(RetryDelivery.class);

    private final RoutedNotificationRepository notifications;
    private final DeliveryRepository deliveries;
    private final RetrySchedule retries;
    private final Outcomes outcomes;
    private final Evidence evidence;
    private final Clock clock;

    RetryDelivery(
            RoutedNotificationRepository notifications,
            DeliveryRepository deliveries,
            RetrySchedule retries,
            Outcomes outcomes,
            Evidence evidence,
            Clock clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.retries = retries;
        this.outcomes = outcomes;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Empty where there is no such delivery; refused where it cannot be. One that is on its way stays as it is. */
    @Transactional
    public Optional<Delivery> retry(UUID deliveryId, Mandate mandate) {
        var delivery = notifications.findAndLock(deliveryId);
        delivery.flatMap(it -> tryAgain(it, mandate))
                .filter(obstacle -> obstacle != Obstacle.UNDER_WAY)
                .ifPresent(RetryDelivery::refuse);
        return delivery;
    }

    /**
     * The caller holds the notification's lock.
     *
     * @return why not; empty where it is tried again
     */
    public Optional<Obstacle> tryAgain(Delivery delivery, Mandate mandate) {
        var obstacle = obstacle(delivery, mandate.acceptTellingTwice());
        if (obstacle.isEmpty()) {
            schedule(delivery, mandate);
        }
        return obstacle;
    }

    public Optional<Obstacle> obstacle(Delivery delivery, boolean acceptTellingTwice) {
        return Obstacle.before(delivery)
                .or(() ->
                        !acceptTellingTwice && !retries.canBeRepeated(delivery) && deliveries.mayBeThereUnseen(delivery)
                                ? Optional.of(Obstacle.MAY_TELL_TWICE)
                                : Optional.empty());
    }

    private void schedule(Delivery delivery, Mandate mandate) {
        var now = clock.instant();
        deliveries.keep(new Retry(delivery, mandate, now));
        delivery.triesAnew(now, mandate.because());
        var notification = delivery.notification();
        evidence.add(notification.id(), RetryAsked.of(mandate, delivery));
        outcomes.tell(
                notification,
                (at, progress) -> new DeliveryRescheduled(
                        notification.id(),
                        at,
                        delivery.id(),
                        delivery.authority().name(),
                        mandate.because(),
                        progress));
        LOG.info("A person had a delivery tried again");
    }

    private static void refuse(Obstacle obstacle) {
        var kind = obstacle == Obstacle.MAY_TELL_TWICE ? ProblemKind.MAY_TELL_TWICE : ProblemKind.NOT_TRIED_AGAIN;
        throw new Refusal(kind, obstacle.words(), List.of(new Fault("", obstacle.name(), obstacle.words())), Map.of());
    }

    private record RetryAsked(
            UUID deliveryId, String by, String reasonSha256, boolean acceptTellingTwice, UUID replayId) {
        static RetryAsked of(Mandate mandate, Delivery delivery) {
            return new RetryAsked(
                    delivery.id(),
                    mandate.by(),
                    Sha256.hex(mandate.reason()),
                    mandate.acceptTellingTwice(),
                    mandate.replayId());
        }
    }
}
