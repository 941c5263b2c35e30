package org.notificationhub.routing.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * Why a duty was met late.
 *
 * @param reason what an inspector would be told, without names
 */
public record LateReasonRequest(
        @Schema(minLength = SHORTEST, maxLength = LONGEST, required = true)
        String reason) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    /** The reason, or a refusal. Space around it says nothing. */
    String checked() {
        if (reason == null) {
            throw refusal("REQUIRED", "Say why the duty was met late");
        }
        var said = reason.strip();
        if (said.length() < SHORTEST) {
            throw refusal("TOO_SHORT", "Use at least " + SHORTEST + " characters");
        }
        if (said.length() > LONGEST) {
            throw refusal("TOO_LONG", "Use at most " + LONGEST + " characters");
        }
        return said;
    }

    private static Refusal refusal(String code, String detail) {
        return new Refusal(ProblemKind.VALIDATION, List.of(new Fault("/reason", code, detail)));
    }
}
