package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.RoutingConfig.WhenUnknown;

/** Whether and when to try again: twice as long each time up to a limit, and anywhere within it, so that deliveries spread out. */
@ApplicationScoped
class RetrySchedule {

    private final RoutingConfig routing;
    private final RoutingConfig.Delivery config;

    RetrySchedule(RoutingConfig config) {
        this.routing = config;
        this.config = config.delivery();
    }

    /** Whether the authority would know a repeat of what it may have been told already. */
    boolean canBeRepeated(Delivery delivery) {
        return delivery.namesWhatItChanges()
                || !delivery.goesByEmail()
                        && routing.destination(delivery.authority()).whenUnknown() == WhenUnknown.RETRY;
    }

    boolean isUsedUp(int attempts) {
        return attempts >= config.attempts();
    }

    /** @param asked what the authority asked for, or null; never more than the longest retry */
    Duration after(int attempts, Duration asked) {
        var jittered = Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(longest(attempts).toMillis() + 1));
        return asked == null || asked.compareTo(jittered) < 0 ? jittered : shorter(asked, config.longestRetry());
    }

    Duration longest(int attempts) {
        var doublings = Math.min(attempts - 1, 30);
        return shorter(config.firstRetry().multipliedBy(1L << doublings), config.longestRetry());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
