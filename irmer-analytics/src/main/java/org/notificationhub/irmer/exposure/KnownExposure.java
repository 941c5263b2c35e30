package org.notificationhub.irmer.exposure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of one exposure: its content from the highest version that has any, its standing from the highest, the
 * reports that follow it and what its last review found.
 *
 * @param receivedAt when the hub received its first version; null while that has not come
 * @param toldCqcAt when the sender had told CQC itself; null where it had not
 * @param country null where it is England's
 * @param stated the contributory factors that the notifier named
 * @param reportedAt when CQC had the first investigation report that stands; null where there is none
 * @param reviewedSubModality null where no review named one
 * @param tiers as far as the review went; empty before it
 * @param confirmed the factors that the review found; null where it said nothing of them
 * @param hasTwin whether another provider told of what looks like the same incident
 */
public record KnownExposure(
        UUID notificationId,
        String providerId,
        Instant receivedAt,
        Instant toldCqcAt,
        Instant discoveredAt,
        String modality,
        String subModality,
        String code,
        List<String> complementary,
        String organisationType,
        String country,
        List<String> stated,
        boolean test,
        boolean withdrawn,
        Instant reportedAt,
        String reviewedSubModality,
        List<String> tiers,
        List<String> confirmed,
        boolean hasTwin) {

    /** When CQC was notified; null while that is not known. */
    public Instant notifiedAt() {
        return toldCqcAt == null ? receivedAt : toldCqcAt;
    }
}
