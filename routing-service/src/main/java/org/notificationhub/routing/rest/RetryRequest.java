package org.notificationhub.routing.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.routing.delivery.Mandate;

/**
 * That a delivery is to be tried again.
 *
 * @param reason what was mended, or why it is worth another try; without names
 * @param acceptTellingTwice true where an attempt went unanswered and the authority may have it already
 */
public record RetryRequest(
        @Schema(minLength = GivenReason.SHORTEST, maxLength = GivenReason.LONGEST, required = true)
        String reason,

        @Schema(defaultValue = "false") boolean acceptTellingTwice) {

    Mandate mandate(String by) {
        return new Mandate(by, GivenReason.checked(reason, "Say why it is tried again"), acceptTellingTwice, null);
    }
}
