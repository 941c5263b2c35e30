package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.routing.delivery.destination.Bucket.Rate;
import org.notificationhub.routing.delivery.destination.Circuit;
import org.notificationhub.routing.delivery.destination.DestinationStatus;
import org.notificationhub.routing.delivery.lfpse.ProfileOffer.Offer;

/**
 * A destination.
 *
 * @param state whether deliveries go out: {@code RUNNING}, {@code PAUSED} by a person, or {@code HELD_BACK} because the
 *     circuit is not closed or the authority asked us to wait
 * @param heldUntil when the authority asked us to come back; absent where it did not
 * @param paused absent unless a person has paused it
 * @param openDeliveries that are scheduled, under way, or unanswered
 * @param oldestUndeliveredSeconds how long the oldest of them has been waiting; 0 where there is none
 * @param inFlight how many of them are being sent at this moment, by all replicas
 * @param profile the profile that events are written in, and whether it is on offer; absent for an authority without one
 */
public record DestinationView(
        String destination,
        DestinationState state,
        CircuitView circuit,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "null without a limit", nullable = true)
        RateView rate,

        Instant heldUntil,
        PauseView paused,
        long openDeliveries,
        long oldestUndeliveredSeconds,
        int inFlight,
        ProfileView profile) {

    public enum DestinationState {
        RUNNING,
        PAUSED,
        HELD_BACK
    }

    /** @param offer null for an authority without profiles */
    static DestinationView of(DestinationStatus status, Rate rate, Offer offer) {
        var destination = status.destination();
        return new DestinationView(
                destination.authority().name(),
                state(status),
                CircuitView.of(destination.circuit()),
                rate == null ? null : new RateView(rate.perSecond(), rate.burst()),
                destination.heldUntil(),
                status.pause() == null
                        ? null
                        : new PauseView(
                                status.pause().reason(),
                                status.pause().by(),
                                status.pause().since()),
                status.openDeliveries(),
                status.oldestOpen().toSeconds(),
                destination.inFlight(),
                offer == null
                        ? null
                        : new ProfileView(offer.taxonomy(), offer.profile(), offer.isOffered(), offer.askedAt()));
    }

    private static DestinationState state(DestinationStatus status) {
        var destination = status.destination();
        if (destination.isPaused()) {
            return DestinationState.PAUSED;
        }
        return destination.circuit().state() == Circuit.State.CLOSED && destination.heldUntil() == null
                ? DestinationState.RUNNING
                : DestinationState.HELD_BACK;
    }

    /**
     * @param failures deliveries that failed since the last answer, as far as they are counted
     * @param until when an open one lets a probe through; absent otherwise
     * @param mostInFlight how many may be under way after a time of trouble; absent without limit
     */
    public record CircuitView(
            @Schema(enumeration = {"CLOSED", "OPEN", "HALF_OPEN"})
            String state,

            Instant since,
            int failures,
            Instant until,
            Integer mostInFlight) {
        static CircuitView of(Circuit circuit) {
            return new CircuitView(
                    circuit.state().name(),
                    circuit.since(),
                    circuit.failed().size(),
                    circuit instanceof Circuit.Open open ? open.until() : null,
                    circuit instanceof Circuit.Closed closed ? closed.ramp() : null);
        }
    }

    /** @param burst how many may go at once after a quiet time */
    public record RateView(double perSecond, int burst) {}

    /**
     * @param taxonomy the version of LfPSE's taxonomy
     * @param url by which LfPSE's metadata name it
     * @param offered whether they name it; absent until this replica has had an answer
     * @param askedAt when that was
     */
    public record ProfileView(String taxonomy, String url, Boolean offered, Instant askedAt) {}

    public record PauseView(String reason, String by, Instant since) {}
}
