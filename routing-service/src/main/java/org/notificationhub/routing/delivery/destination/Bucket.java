package org.notificationhub.routing.delivery.destination;

import java.time.Duration;
import java.time.Instant;

/** What may be sent at a rate: one token each. It fills with time, up to the burst. */
public record Bucket(Rate rate, double tokens, Instant at) {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    static Bucket full(Rate rate, Instant now) {
        return new Bucket(rate, rate.burst(), now);
    }

    /** A clock that went back fills nothing. */
    Bucket at(Instant now) {
        if (!now.isAfter(at)) {
            return this;
        }
        var filled = tokens + rate.perSecond() * Duration.between(at, now).toNanos() / SECOND;
        return new Bucket(rate, Math.min(rate.burst(), filled), now);
    }

    int admits() {
        return (int) tokens;
    }

    Bucket without(int taken) {
        return new Bucket(rate, tokens - taken, at);
    }

    /** When one more may be sent. Rounded up: a moment too early would find it empty still. */
    Duration untilNext() {
        return tokens >= 1
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil((1 - tokens) / rate.perSecond() * 1000));
    }

    /** @param burst how many may go at once after a quiet time */
    public record Rate(double perSecond, int burst) {}
}
