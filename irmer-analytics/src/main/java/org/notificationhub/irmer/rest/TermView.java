package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.classification.Term;
import org.notificationhub.irmer.classification.TermKind;

/** A word that a review may use. */
public record TermView(
        TermKind kind,

        @Schema(description = "Absent: of every modality", examples = "DIAGNOSTIC_IMAGING")
        String modality,

        @Schema(examples = "WRONG_PATIENT") String code,

        @Schema(
                description = "From tier 1 down to this term",
                examples = "[\"REFERRER\", \"INCORRECT_REFERRAL\", \"WRONG_PATIENT\"]")
        List<String> path,

        @Schema(examples = "Wrong patient") String label,
        @Schema(examples = "2023/24") String firstYear,

        @Schema(description = "Null while it is in use") @JsonInclude(JsonInclude.Include.ALWAYS)
        String lastYear,

        @Schema(description = "What an employer can do about it")
        String practicalAction,

        String source,

        @Schema(
                description = "certain: read in that source; likely: inferred from it; uncertain: not from a source",
                examples = "certain")
        String confidence,

        String addedBy,
        Instant addedAt) {

    static TermView of(Term term) {
        return new TermView(
                term.kind(),
                term.modality().isEmpty() ? null : term.modality(),
                term.code(),
                term.path(),
                term.label(),
                term.first().toString(),
                term.last() == null ? null : term.last().toString(),
                term.practicalAction(),
                term.source(),
                term.confidence().name().toLowerCase(Locale.ROOT),
                term.addedBy(),
                term.addedAt());
    }
}
