package org.notificationhub.routing.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** @param reason what the one who recorded it is to put right, without names */
public record SendingBackRequest(
        @Schema(minLength = 1, maxLength = LONGEST, required = true)
        String reason) {

    private static final int LONGEST = 500;

    String checked() {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refusal(
                    ProblemKind.VALIDATION,
                    List.of(new Fault(
                            "/reason", "OUT_OF_RANGE", "Give a reason of at most " + LONGEST + " characters")));
        }
        return said;
    }
}
