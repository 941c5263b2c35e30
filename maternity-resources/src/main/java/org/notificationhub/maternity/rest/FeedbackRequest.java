package org.notificationhub.maternity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.maternity.feedback.FeedbackDraft;
import org.notificationhub.maternity.feedback.Intention;
import org.notificationhub.maternity.feedback.Respondent;
import org.notificationhub.maternity.feedback.Useful;

/**
 * What a reader says of a version of a resource.
 *
 * @param resource slug of a resource
 * @param useful also {@code true} for YES and {@code false} for NO
 */
@Schema(requiredProperties = {"resource", "version", "useful"})
public record FeedbackRequest(
        @Schema(examples = "telephone-triage") String resource,

        @Schema(implementation = Integer.class, minimum = "1", examples = "1")
        String version,

        @Schema(implementation = Useful.class) String useful,
        @Schema(implementation = Respondent.class) String audience,

        @Schema(implementation = Intention.class, description = "What the reader will do with the resource")
        String intention,

        @Schema(
                maxLength = FeedbackDraft.LONGEST_COMMENT,
                description = "What is missing or wrong; nothing that identifies a person")
        String comment) {

    FeedbackDraft draft() {
        return new FeedbackDraft(resource, version, useful, audience, intention, comment);
    }
}
