package org.notificationhub.routing.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason what the one who recorded it is to put right, without names */
public record SendingBackRequest(
        @Schema(minLength = GivenReason.SHORTEST, maxLength = GivenReason.LONGEST, required = true)
        String reason) {

    String checked() {
        return GivenReason.checked(reason, "Say what is to be put right");
    }
}
