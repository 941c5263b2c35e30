package org.notificationhub.irmer.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.classification.Revision;

/** What a review found, and who said so when. What it did not say is absent. */
public record ClassificationView(
        @Schema(description = "Of the notification") UUID id,

        @Schema(description = "1 for the first", examples = "2")
        int revision,

        @Schema(examples = "CT") String subModality,
        @Schema(examples = "REFERRER") String tier1,
        @Schema(examples = "INCORRECT_REFERRAL") String tier2,
        @Schema(examples = "WRONG_PATIENT") String tier3,

        @Schema(description = "By code; empty where the review found none")
        List<String> factors,

        @Schema(description = "Subject of the token with which it was given")
        String assignedBy,

        Instant assignedAt) {

    static ClassificationView of(Revision revision) {
        var said = revision.classification();
        return new ClassificationView(
                revision.notificationId(),
                revision.number(),
                said.subModality(),
                said.tier(1),
                said.tier(2),
                said.tier(3),
                said.factors(),
                revision.assignedBy(),
                revision.recordedAt());
    }
}
