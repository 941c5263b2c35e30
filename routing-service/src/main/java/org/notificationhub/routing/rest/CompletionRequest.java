package org.notificationhub.routing.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * What somebody submitted to CQC.
 *
 * @param cqcReference as CQC gave it, in whatever form: an ENQ number, a notification id or a case id
 * @param submittedAt when CQC was told, RFC 3339 with an offset
 */
public record CompletionRequest(
        @Schema(minLength = 1, maxLength = LONGEST, required = true)
        String cqcReference,

        @Schema(format = "date-time", required = true) String submittedAt) {

    private static final int LONGEST = 200;

    /** @param received before which nobody can have told CQC of it */
    Completion checked(Instant received, Instant now) {
        var faults = new ArrayList<Fault>();
        var reference = cqcReference == null ? "" : cqcReference.strip();
        if (reference.isEmpty()) {
            faults.add(new Fault("/cqcReference", "REQUIRED", "Give the reference that CQC gave"));
        } else if (reference.length() > LONGEST) {
            faults.add(new Fault("/cqcReference", "TOO_LONG", "Use at most " + LONGEST + " characters"));
        }
        var at = instant(faults);
        if (at != null && at.isAfter(now)) {
            faults.add(new Fault("/submittedAt", "IN_FUTURE", "Give a time that has passed"));
        } else if (at != null && at.isBefore(received)) {
            faults.add(new Fault("/submittedAt", "TOO_EARLY", "The hub received this version only later"));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, List.copyOf(faults));
        }
        return new Completion(reference, at);
    }

    private Instant instant(List<Fault> faults) {
        if (submittedAt == null) {
            faults.add(new Fault("/submittedAt", "REQUIRED", "Say when CQC was told"));
            return null;
        }
        try {
            return OffsetDateTime.parse(submittedAt).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault("/submittedAt", "NOT_A_DATE_TIME", "Use RFC 3339 with an offset"));
            return null;
        }
    }

    record Completion(String cqcReference, Instant submittedAt) {}
}
