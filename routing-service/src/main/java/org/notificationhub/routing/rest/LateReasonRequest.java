package org.notificationhub.routing.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a duty was met late.
 *
 * @param reason what an inspector would be told, without names
 */
public record LateReasonRequest(
        @Schema(minLength = GivenReason.SHORTEST, maxLength = GivenReason.LONGEST, required = true)
        String reason) {

    String checked() {
        return GivenReason.checked(reason, "Say why the duty was met late");
    }
}
