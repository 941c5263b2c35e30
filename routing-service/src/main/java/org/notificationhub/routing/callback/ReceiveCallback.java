package org.notificationhub.routing.callback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.delivery.FollowLfpse;
import org.notificationhub.routing.delivery.Statement;

/**
 * Keeps every callback, and then brings what it is about up to date. One about nothing we know is kept as an orphan until
 * its notification appears; one whose notification is busy is applied by {@link CallbackSweep}.
 */
@ApplicationScoped
public class ReceiveCallback {

    private static final Logger LOG = Logger.getLogger(ReceiveCallback.class);

    private final CallbackStore store;
    private final FollowLfpse followLfpse;
    private final Event<CallbackKept> kept;
    private final MeterRegistry metrics;

    ReceiveCallback(CallbackStore store, FollowLfpse followLfpse, Event<CallbackKept> kept, MeterRegistry metrics) {
        this.store = store;
        this.followLfpse = followLfpse;
        this.kept = kept;
        this.metrics = metrics;
    }

    public Result receive(Callback callback) {
        var stored = store.store(callback);
        var result = stored.isNew() ? apply(callback, stored.about()) : Result.SEEN_BEFORE;
        metrics.counter("hub_callbacks_total", "source", "lfpse", "outcome", result.name())
                .increment();
        if (result.isNews()) {
            kept.fire(new CallbackKept());
        }
        return result;
    }

    private Result apply(Callback callback, List<UUID> about) {
        if (about.isEmpty()) {
            return Result.ORPHAN;
        }
        var isNews = about.stream()
                        .filter(notification -> apply(callback, notification))
                        .count()
                > 0;
        return isNews ? Result.MATCHED : Result.OLDER;
    }

    /** @return whether it says anything new */
    private boolean apply(Callback callback, UUID notification) {
        MDC.put("labels.notificationId", notification.toString());
        try {
            var followed = followLfpse.calledBack(notification);
            return followed.changed() || !isOlder(callback, followed.heard());
        } catch (RuntimeException e) {
            LOG.warn("A callback is kept and could not be applied yet; it is tried again", new Failure(e));
            return true;
        } finally {
            MDC.remove("labels.notificationId");
        }
    }

    /** Its own statement is among those heard, hence more than one. */
    private static boolean isOlder(Callback callback, List<Statement> heard) {
        return heard.stream().filter(callback::isOlderThan).count() > 1;
    }

    /** What a callback was good for. */
    public enum Result {
        MATCHED,
        ORPHAN,
        /** Its version was known, and it changes nothing. */
        OLDER,
        /** The same message again. */
        SEEN_BEFORE;

        public boolean isNews() {
            return this == MATCHED || this == ORPHAN;
        }
    }

    /** A callback with news has been stored. */
    public record CallbackKept() {}
}
