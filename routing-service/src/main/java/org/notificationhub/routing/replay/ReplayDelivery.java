package org.notificationhub.routing.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.events.Decision;
import org.notificationhub.routing.decision.Reevaluate;
import org.notificationhub.routing.delivery.Delivery;
import org.notificationhub.routing.delivery.Obstacle;
import org.notificationhub.routing.delivery.Outcomes;
import org.notificationhub.routing.delivery.RetryDelivery;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.replay.ReplayOrder.Rules;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** Tries one delivery of a replay again, together with the mark that it is done: neither without the other. */
@ApplicationScoped
class ReplayDelivery {

    private final ReplayRepository replays;
    private final RoutedNotificationRepository notifications;
    private final RetryDelivery retry;
    private final Reevaluate reevaluate;
    private final Outcomes outcomes;

    ReplayDelivery(
            ReplayRepository replays,
            RoutedNotificationRepository notifications,
            RetryDelivery retry,
            Reevaluate reevaluate,
            Outcomes outcomes) {
        this.replays = replays;
        this.notifications = notifications;
        this.retry = retry;
        this.reevaluate = reevaluate;
        this.outcomes = outcomes;
    }

    /** Nothing where the replay has been cancelled, or is somebody else's by now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void replay(ReplayItem.Key key, UUID runner) {
        replays.hold(key.replayId())
                .filter(replay -> replay.isRunBy(runner))
                .ifPresent(replay -> replay(replay, replays.item(key)));
    }

    /** Leaves it, so that the others have their turn. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(ReplayItem.Key key, UUID runner) {
        replays.hold(key.replayId())
                .filter(replay -> replay.isRunBy(runner))
                .ifPresent(replay -> replays.item(key).done(Obstacle.FAILED));
    }

    /** Why the delivery would not be tried again. Changes nothing. */
    Optional<Obstacle> foreseen(Delivery delivery, ReplayOrder order) {
        return retry.obstacle(delivery, order.acceptTellingTwice())
                .or(() -> isDecidedAnew(delivery, order.rules())
                        ? obstacle(
                                delivery,
                                route(
                                        delivery,
                                        reevaluate.wouldBe(
                                                delivery.notification().id())))
                        : Optional.empty());
    }

    private void replay(Replay replay, ReplayItem item) {
        var delivery = notifications.findAndLock(item.deliveryId()).orElseThrow();
        var obstacle = retry.obstacle(delivery, replay.acceptTellingTwice());
        if (obstacle.isEmpty() && isDecidedAnew(delivery, replay.rules())) {
            obstacle = decideAnew(delivery);
        }
        if (obstacle.isEmpty()) {
            obstacle = retry.tryAgain(delivery, replay.mandate());
        }
        item.done(obstacle.orElse(null));
    }

    /** Whoever was told is told that it is taken back, whatever the rules say now. */
    private static boolean isDecidedAnew(Delivery delivery, Rules rules) {
        return rules == Rules.CURRENT && !delivery.isWithdrawal();
    }

    private Optional<Obstacle> decideAnew(Delivery delivery) {
        var notification = delivery.notification();
        var route = route(delivery, reevaluate.one(notification.id()));
        var obstacle = obstacle(delivery, route);
        if (route.isEmpty() && notification.isSettled()) {
            outcomes.cancel(delivery, "By the rules in use nothing is owed");
        }
        route.ifPresent(delivery::isFor);
        return obstacle;
    }

    private static Optional<Purpose> route(Delivery delivery, Decision decision) {
        return decision.routes().stream()
                .filter(route -> route.destination().equals(delivery.authority().name()))
                .map(route -> Purpose.valueOf(route.purpose()))
                .findFirst();
    }

    private static Optional<Obstacle> obstacle(Delivery delivery, Optional<Purpose> route) {
        if (route.isEmpty()) {
            return Optional.of(Obstacle.NOT_TOLD_BY_RULES_IN_USE);
        }
        var waits = route.get() == Purpose.FALLBACK
                && delivery.purpose() != Purpose.FALLBACK
                && delivery.notification().awaitsLfpse();
        return waits ? Optional.of(Obstacle.WAITS_FOR_LFPSE) : Optional.empty();
    }
}
