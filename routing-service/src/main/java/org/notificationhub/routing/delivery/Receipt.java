package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * An authority's answer that it has taken what it was sent.
 *
 * @param authorityId its own id of what it stored, or null where it has none but the reference
 */
@Embeddable
public record Receipt(String reference, String authorityId, String authorityVersion, Instant acceptedAt) {

    /** What a later version must name. */
    String earlierReference() {
        return authorityId == null ? reference : authorityId;
    }
}
