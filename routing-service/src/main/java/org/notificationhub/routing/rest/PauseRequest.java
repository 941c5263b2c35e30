package org.notificationhub.routing.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * Why a destination is paused or resumed.
 *
 * @param reason for whoever asks later, without names
 */
public record PauseRequest(
        @Schema(minLength = 1, maxLength = LONGEST, required = true)
        String reason) {

    private static final int LONGEST = 500;

    /** The reason, or a refusal. Space around it says nothing. */
    static String reason(PauseRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        if (request.reason == null || request.reason.isBlank()) {
            throw refusal("REQUIRED", "Say why");
        }
        var said = request.reason.strip();
        if (said.length() > LONGEST) {
            throw refusal("TOO_LONG", "Use at most " + LONGEST + " characters");
        }
        return said;
    }

    private static Refusal refusal(String code, String detail) {
        return new Refusal(ProblemKind.VALIDATION, List.of(new Fault("/reason", code, detail)));
    }
}
