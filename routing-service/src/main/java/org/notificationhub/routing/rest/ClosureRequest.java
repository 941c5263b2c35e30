package org.notificationhub.routing.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * Why a finding may stay as it is.
 *
 * @param reason what an inspector would be told, without names
 */
public record ClosureRequest(
        @Schema(minLength = SHORTEST, maxLength = LONGEST, required = true)
        String reason) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    /** The reason, or a refusal. Space around it says nothing. */
    String checked() {
        var said = reason == null ? "" : reason.strip();
        if (said.length() < SHORTEST || said.length() > LONGEST) {
            var fault = new Fault(
                    "/reason",
                    said.isEmpty() ? "REQUIRED" : "WRONG_LENGTH",
                    "Say in %d to %d characters why it may stay so".formatted(SHORTEST, LONGEST));
            throw new Refusal(ProblemKind.VALIDATION, List.of(fault));
        }
        return said;
    }
}
