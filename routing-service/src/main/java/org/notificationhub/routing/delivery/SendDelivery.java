package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.delivery.DeliverySchedule.Claimed;
import org.notificationhub.routing.delivery.destination.Destinations;
import org.notificationhub.routing.delivery.destination.Sign;
import org.notificationhub.routing.rule.Authority;

/** Makes one attempt, outside any transaction, and has its answer recorded. */
@ApplicationScoped
class SendDelivery {

    private static final Logger LOG = Logger.getLogger(SendDelivery.class);

    /** Together some 30 s: what is not recorded by then counts as unanswered when the lease ends. */
    private static final int TRIES_TO_RECORD = 5;

    private final Channels channels;
    private final WriteDispatch writeDispatch;
    private final RecordAnswer record;
    private final Destinations destinations;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    SendDelivery(
            Channels channels,
            WriteDispatch writeDispatch,
            RecordAnswer record,
            Destinations destinations,
            DeliveryMetrics metrics,
            Clock clock) {
        this.channels = channels;
        this.writeDispatch = writeDispatch;
        this.record = record;
        this.destinations = destinations;
        this.metrics = metrics;
        this.clock = clock;
    }

    void send(Authority authority, Claimed claimed) {
        label("notificationId", claimed.notificationId().toString());
        label("deliveryId", claimed.deliveryId().toString());
        try {
            var answer = metrics.measure(authority, () -> answer(authority, claimed));
            learn(authority, claimed, answer);
            record(claimed, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            MDC.clear();
        }
    }

    /** A process that was stopped in between must not send what others have taken over or given up since. */
    private Answer answer(Authority authority, Claimed claimed) {
        Dispatch dispatch;
        try {
            dispatch = writeDispatch.write(claimed.deliveryId());
            label("correlationId", dispatch.correlationId());
            label("traceId", dispatch.traceparent().substring(3, 35));
        } catch (RuntimeException e) {
            LOG.error("A delivery could not be put together; if it stays so, it is parked", new Failure(e));
            return new Answer.TryLater("It could not be put together", null, Sign.NONE);
        }
        if (!clock.instant().isBefore(claimed.leaseEnds())) {
            return new Answer.TryLater("Its time ran out before it was sent", null, Sign.NONE);
        }
        try {
            return channels.named(authority, dispatch.channel()).send(dispatch);
        } catch (RuntimeException e) {
            LOG.error("A channel failed; whether it had sent is unknown", new Failure(e));
            return new Answer.NoAnswer("The channel failed", Sign.NONE);
        }
    }

    /** Before the delivery can be claimed again. Where all is well and was well, there is nothing to learn. */
    private void learn(Authority authority, Claimed claimed, Answer answer) {
        var sign = answer.sign();
        if (sign == Sign.NONE || sign == Sign.WELL && !claimed.isWatched()) {
            return;
        }
        try {
            var asked = answer instanceof Answer.TryLater later ? later.retryAfter() : null;
            destinations.heard(authority, claimed.deliveryId(), sign, asked);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("How a destination is doing could not be stored; the next answer tells it again", new Failure(e));
        }
    }

    private void record(Claimed claimed, Answer answer) throws InterruptedException {
        for (var tries = 1; ; tries++) {
            try {
                record.answered(claimed.deliveryId(), claimed.attempt(), answer);
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES_TO_RECORD) {
                    LOG.error("An answer could not be recorded; the delivery counts as unanswered", new Failure(e));
                    return;
                }
                LOG.warn("An answer could not be recorded; it is tried again", new Failure(e));
                TimeUnit.SECONDS.sleep(1L << tries);
            }
        }
    }

    private static void label(String name, String value) {
        if (value != null) {
            MDC.put("labels." + name, value);
        }
    }
}
