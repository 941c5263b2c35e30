package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.delivery.DeliverySchedule.Claimed;
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
    private final DeliveryMetrics metrics;

    SendDelivery(Channels channels, WriteDispatch writeDispatch, RecordAnswer record, DeliveryMetrics metrics) {
        this.channels = channels;
        this.writeDispatch = writeDispatch;
        this.record = record;
        this.metrics = metrics;
    }

    void send(Authority authority, Claimed claimed) {
        label("notificationId", claimed.notificationId().toString());
        label("deliveryId", claimed.deliveryId().toString());
        try {
            record(claimed, metrics.measure(authority, () -> answer(authority, claimed)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            MDC.clear();
        }
    }

    private Answer answer(Authority authority, Claimed claimed) {
        Dispatch dispatch;
        try {
            dispatch = writeDispatch.write(claimed.deliveryId());
            label("correlationId", dispatch.correlationId());
            label("traceId", dispatch.traceparent().substring(3, 35));
        } catch (RuntimeException e) {
            LOG.error("A delivery could not be put together; if it stays so, it is parked", new Failure(e));
            return new Answer.TryLater("It could not be put together", null);
        }
        try {
            return channels.named(authority, dispatch.channel()).send(dispatch);
        } catch (RuntimeException e) {
            LOG.error("A channel failed; whether it had sent is unknown", new Failure(e));
            return new Answer.NoAnswer("The channel failed");
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
