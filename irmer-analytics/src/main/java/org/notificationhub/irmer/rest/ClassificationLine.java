package org.notificationhub.irmer.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.Review;
import org.notificationhub.irmer.classification.Review.Reference;

/** What a review found about one of many exposures, which is named by its id, or as its sender calls it. */
public record ClassificationLine(
        @Schema(description = "Of the notification; absent where reference and provider say which")
        String id,

        @Schema(description = "The sender's own; with provider", examples = "INC-2026-001053")
        String reference,

        @Schema(description = "With reference", examples = "RJ1")
        String provider,

        String subModality,
        String tier1,
        String tier2,
        String tier3,
        List<String> factors) {

    Review checked() {
        var said = new ClassificationRequest(subModality, tier1, tier2, tier3, factors).checked();
        if (id == null && reference != null && provider != null) {
            if (!OneLine.is(reference) || !OneLine.is(provider)) {
                throw refusal("NOT_A_REFERENCE", "Use the reference and the provider's code as they were sent");
            }
            return Review.of(new Reference(provider, reference), said);
        }
        if (id == null || reference != null || provider != null) {
            throw refusal("REQUIRED", "Give the id, or reference and provider");
        }
        try {
            return Review.of(UUID.fromString(id), said);
        } catch (IllegalArgumentException e) {
            throw refusal("NOT_AN_ID", "Use an id as the hub gave it");
        }
    }

    private static Refusal refusal(String code, String detail) {
        return new Refusal(ProblemKind.VALIDATION, List.of(new Fault("/id", code, detail)));
    }
}
