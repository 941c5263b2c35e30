package org.notificationhub.routing.delivery.destination;

import java.time.Duration;
import java.time.Instant;

/**
 * How a destination is doing, for a person.
 *
 * @param pause null unless a person has paused it
 * @param oldestOpen how long the oldest delivery has been waiting for an answer; zero where none is
 */
public record DestinationStatus(Destination destination, Pause pause, long openDeliveries, Duration oldestOpen) {

    /** Who stopped it, when and why. */
    public record Pause(String reason, String by, Instant since) {}
}
