package org.notificationhub.irmer.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.Classification;

/** What a review found: the whole of it, so that what is left out was not found, or not looked at. */
public record ClassificationRequest(
        @Schema(description = "Part of the modality; where absent the notifier's stands", examples = "CT")
        String subModality,

        @Schema(description = "From whom the error arose", examples = "REFERRER")
        String tier1,

        @Schema(
                description = "Where in the pathway it first occurred; with tier1 only",
                examples = "INCORRECT_REFERRAL")
        String tier2,

        @Schema(description = "What went wrong; with tier2 only", examples = "WRONG_PATIENT")
        String tier3,

        @Schema(
                description = "What contributed; where absent the notifier's stand, where empty there were none",
                maxItems = MOST_FACTORS,
                examples = "[\"INTERRUPTION\"]")
        List<String> factors) {

    private static final int MOST_FACTORS = 20;

    /** It as a review, whatever its words mean; refused where it does not hang together. */
    Classification checked() {
        refuse(ProblemKind.VALIDATION, malformed());
        refuse(ProblemKind.RULE_BROKEN, gaps());
        var tiers = Stream.of(tier1, tier2, tier3).takeWhile(Objects::nonNull).toList();
        return new Classification(subModality, tiers, factors);
    }

    private List<Fault> malformed() {
        if (factors == null) {
            return List.of();
        }
        if (factors.contains(null)) {
            return List.of(new Fault("/factors", "WRONG_TYPE", "Give codes only"));
        }
        return factors.size() > MOST_FACTORS
                ? List.of(new Fault("/factors", "TOO_MANY", "Give at most " + MOST_FACTORS))
                : List.of();
    }

    private List<Fault> gaps() {
        var faults = new ArrayList<Fault>();
        if (tier2 != null && tier1 == null) {
            faults.add(new Fault("/tier2", "TIER_ABOVE_MISSING", "Give tier1 as well"));
        }
        if (tier3 != null && tier2 == null) {
            faults.add(new Fault("/tier3", "TIER_ABOVE_MISSING", "Give tier2 as well"));
        }
        return faults;
    }

    private static void refuse(ProblemKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(kind, faults);
        }
    }
}
