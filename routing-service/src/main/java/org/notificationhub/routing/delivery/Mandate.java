package org.notificationhub.routing.delivery;

import java.util.UUID;

/**
 * In whose name, and why, a delivery is tried again.
 *
 * @param acceptTellingTwice that the authority may have it already is known, and taken into account
 * @param replayId null where one delivery alone is meant
 */
public record Mandate(String by, String reason, boolean acceptTellingTwice, UUID replayId) {

    /** For the sender: what the person wrote may not be meant for it. */
    String because() {
        return replayId == null ? "A person had it tried again" : "A person had it tried again, together with others";
    }
}
