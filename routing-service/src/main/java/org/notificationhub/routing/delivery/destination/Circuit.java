package org.notificationhub.routing.delivery.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.notificationhub.routing.RoutingConfig.Breaker;

/**
 * Whether a destination is sent anything. Several deliveries that fail with no answer in between open it; the same one
 * again and again does not, since that may lie in what it tells.
 */
public sealed interface Circuit {

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    State state();

    Instant since();

    /** Deliveries that failed since the last answer, the newest last. */
    List<UUID> failed();

    /** How often it has opened since everything was last well. */
    int openings();

    /** How many more may be sent while {@code inFlight} are unanswered. */
    int admits(int inFlight);

    /** An open one lets a probe through when its time is over. */
    default Circuit at(Instant now) {
        return this;
    }

    Circuit answered(Instant now, Breaker breaker);

    /** @param luck from 0 to 1, for the jitter: replicas and hubs do not all come back at one moment */
    Circuit failed(UUID delivery, Instant now, Breaker breaker, double luck);

    static Circuit closed(Instant since) {
        return new Closed(since, List.of(), 0, null);
    }

    /** @param ramp how many may be in flight after a time of trouble; null without limit */
    record Closed(Instant since, List<UUID> failed, int openings, Integer ramp) implements Circuit {

        @Override
        public State state() {
            return State.CLOSED;
        }

        @Override
        public int admits(int inFlight) {
            return ramp == null ? Integer.MAX_VALUE : Math.max(0, ramp - inFlight);
        }

        /** Each answer lets one more through, so the number doubles with every round. */
        @Override
        public Circuit answered(Instant now, Breaker breaker) {
            return ramp == null || ramp >= breaker.ramp()
                    ? new Closed(since, List.of(), 0, null)
                    : new Closed(since, List.of(), openings, ramp + 1);
        }

        @Override
        public Circuit failed(UUID delivery, Instant now, Breaker breaker, double luck) {
            var all = with(failed, delivery, breaker);
            return all.size() >= breaker.failures()
                    ? opened(all, openings + 1, now, breaker, luck)
                    : new Closed(since, all, openings, ramp == null ? null : 1);
        }
    }

    /** Answers to what was sent before it opened change nothing: the probe decides. */
    record Open(Instant since, List<UUID> failed, int openings, Instant until) implements Circuit {

        @Override
        public State state() {
            return State.OPEN;
        }

        @Override
        public int admits(int inFlight) {
            return 0;
        }

        @Override
        public Circuit at(Instant now) {
            return now.isBefore(until) ? this : new HalfOpen(now, failed, openings);
        }

        @Override
        public Circuit answered(Instant now, Breaker breaker) {
            return this;
        }

        @Override
        public Circuit failed(UUID delivery, Instant now, Breaker breaker, double luck) {
            return this;
        }
    }

    /** One probe at a time, over all replicas. */
    record HalfOpen(Instant since, List<UUID> failed, int openings) implements Circuit {

        @Override
        public State state() {
            return State.HALF_OPEN;
        }

        @Override
        public int admits(int inFlight) {
            return inFlight == 0 ? 1 : 0;
        }

        @Override
        public Circuit answered(Instant now, Breaker breaker) {
            return new Closed(now, List.of(), openings, 1);
        }

        @Override
        public Circuit failed(UUID delivery, Instant now, Breaker breaker, double luck) {
            return opened(with(failed, delivery, breaker), openings + 1, now, breaker, luck);
        }
    }

    private static Circuit opened(List<UUID> failed, int openings, Instant now, Breaker breaker, double luck) {
        return new Open(now, failed, openings, now.plus(wait(openings, breaker, luck)));
    }

    /** Twice as long each time up to a limit; between half of it and all of it. */
    private static Duration wait(int openings, Breaker breaker, double luck) {
        var doubled = breaker.opens().multipliedBy(1L << Math.min(openings - 1, 20));
        var longest = doubled.compareTo(breaker.longest()) < 0 ? doubled : breaker.longest();
        return Duration.ofMillis(Math.round(longest.toMillis() * (1 + luck) / 2));
    }

    /** As many as it takes to open: more need not be known. */
    private static List<UUID> with(List<UUID> failed, UUID delivery, Breaker breaker) {
        var all = new ArrayList<>(failed);
        all.remove(delivery);
        all.add(delivery);
        return List.copyOf(all.subList(Math.max(0, all.size() - breaker.failures()), all.size()));
    }
}
