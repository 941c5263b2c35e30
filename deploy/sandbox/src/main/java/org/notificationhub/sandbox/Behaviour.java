package org.notificationhub.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.ws.rs.BadRequestException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an authority treats requests. A member that is left out takes its default. */
public record Behaviour(
        @Schema(defaultValue = "ACCEPT") Mode mode,

        @Schema(description = "Part of the requests that meet the mode; the others are accepted", defaultValue = "1")
        double share,

        @Schema(description = "Milliseconds before every answer", defaultValue = "0")
        long latencyMs,

        @Schema(description = "What LfPSE sends after accepting; CQC sends nothing", defaultValue = "NONE")
        CallbackMode callbacks) {

    public static final Behaviour USUAL = new Behaviour(Mode.ACCEPT, 1, 0, CallbackMode.NONE);

    private static final long LONGEST_LATENCY_MS = 600_000;

    /** {@code TIMEOUT} never processes; {@code ACCEPT_THEN_TIMEOUT} does, and answers as little. */
    public enum Mode {
        ACCEPT,
        REJECT,
        ERROR,
        TIMEOUT,
        ACCEPT_THEN_TIMEOUT,
        RATE_LIMIT
    }

    /** {@code TWICE} repeats the same message; {@code SHUFFLED} sends later versions before earlier ones, after a while. */
    public enum CallbackMode {
        NONE,
        ONCE,
        TWICE,
        SHUFFLED
    }

    @JsonCreator
    static Behaviour of(Mode mode, Double share, Long latencyMs, CallbackMode callbacks) {
        var behaviour = new Behaviour(
                mode == null ? USUAL.mode : mode,
                share == null ? USUAL.share : share,
                latencyMs == null ? USUAL.latencyMs : latencyMs,
                callbacks == null ? USUAL.callbacks : callbacks);
        if (!(behaviour.share >= 0 && behaviour.share <= 1)) {
            throw new BadRequestException("share is 0 to 1");
        }
        if (behaviour.latencyMs < 0 || behaviour.latencyMs > LONGEST_LATENCY_MS) {
            throw new BadRequestException("latencyMs is 0 to " + LONGEST_LATENCY_MS);
        }
        return behaviour;
    }

    /** @param draw from 0 up to but not including 1 */
    Mode modeFor(double draw) {
        return draw < share ? mode : Mode.ACCEPT;
    }
}
