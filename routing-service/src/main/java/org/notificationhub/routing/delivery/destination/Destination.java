package org.notificationhub.routing.delivery.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.routing.RoutingConfig.Breaker;
import org.notificationhub.routing.rule.Authority;

/**
 * An authority as something that deliveries are sent to.
 *
 * @param heldUntil when the authority asked us to come back; null where it did not
 * @param bucket null where nothing limits the rate
 * @param inFlight how many are unanswered, over all replicas
 */
public record Destination(
        Authority authority, boolean isPaused, Circuit circuit, Instant heldUntil, Bucket bucket, int inFlight) {

    /** After a 429 that does not say how long: as long as rate limits are usually counted over, and no more. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    Destination at(Instant now) {
        return new Destination(
                authority,
                isPaused,
                circuit.at(now),
                heldUntil == null || !heldUntil.isAfter(now) ? null : heldUntil,
                bucket == null ? null : bucket.at(now),
                inFlight);
    }

    /** How many of {@code most} may be sent now. */
    public int admits(int most) {
        if (isPaused || heldUntil != null) {
            return 0;
        }
        var limit = Math.min(most, circuit.admits(inFlight));
        return bucket == null ? limit : Math.min(limit, bucket.admits());
    }

    public Destination sent(int count) {
        return bucket == null || count == 0
                ? this
                : new Destination(authority, isPaused, circuit, heldUntil, bucket.without(count), inFlight);
    }

    /** When to look again though nothing has changed; null where only a change can help. */
    public Duration again() {
        return bucket == null || isPaused || heldUntil != null ? null : bucket.untilNext();
    }

    /** Whether a success would change nothing. */
    public boolean isSpotless() {
        return circuit.equals(Circuit.closed(circuit.since()));
    }

    /** @param asked how long the authority wants to be left alone, or null */
    Destination heard(Sign sign, Duration asked, UUID delivery, Instant now, Breaker breaker, double luck) {
        var next = switch (sign) {
            case WELL -> circuit.answered(now, breaker);
            case UNAVAILABLE, TROUBLED -> circuit.failed(delivery, now, breaker, luck);
            case BUSY, NONE -> circuit;
        };
        return new Destination(authority, isPaused, next, held(sign, asked, now), bucket, inFlight);
    }

    private Instant held(Sign sign, Duration asked, Instant now) {
        var wait = asked == null && sign == Sign.BUSY ? BREATH : asked;
        if (!sign.holdsAllBack() || wait == null) {
            return heldUntil;
        }
        var until = now.plus(wait);
        return heldUntil == null || until.isAfter(heldUntil) ? until : heldUntil;
    }
}
