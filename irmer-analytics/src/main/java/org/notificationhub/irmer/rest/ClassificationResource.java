package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.ClassificationRepository;
import org.notificationhub.irmer.classification.ClassifyExposures;
import org.notificationhub.irmer.classification.Outcome;
import org.notificationhub.irmer.classification.Review;
import org.notificationhub.irmer.classification.Revision;

/** What a review found about one exposure. */
@Path("/v1/irmer/events/{id}/classification")
@Tag(name = "IR(ME)R review")
public class ClassificationResource {

    public static final String EXAMPLE = """
            { "subModality": "CT", "tier1": "REFERRER", "tier2": "INCORRECT_REFERRAL", "tier3": "WRONG_PATIENT",
              "factors": ["INTERRUPTION", "SIMILAR_RECORDS_OPEN"] }""";

    private final ClassifyExposures classifyExposures;
    private final ClassificationRepository classifications;
    private final Reviewer reviewer;

    ClassificationResource(
            ClassifyExposures classifyExposures, ClassificationRepository classifications, Reviewer reviewer) {
        this.classifyExposures = classifyExposures;
        this.classifications = classifications;
        this.reviewer = reviewer;
    }

    @PUT
    @RolesAllowed("analytics:write")
    @Operation(
            summary = "Classify an exposure after review",
            description =
                    "The whole of what the review found, in terms of GET /v1/irmer/terms that are valid for the modality"
                            + " and the reporting year of the notification. What it said before stays in its history. The same"
                            + " again changes nothing. Any exposure that is known can be classified, also one that is"
                            + " withdrawn: its classification counts only while the notification does.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            headers = @Header(name = HttpHeaders.ETAG, description = "For If-Match of the next change"),
            content = @Content(schema = @Schema(implementation = ClassificationView.class)))
    @APIResponse(responseCode = "201", description = "It is the first classification of this notification")
    @APIResponse(responseCode = "400", description = "Cannot be read, or a member is unknown or of the wrong form")
    @APIResponse(responseCode = "404", description = "No exposure has this id")
    @APIResponse(responseCode = "412", description = "Somebody classified it since")
    @APIResponse(
            responseCode = "422",
            description = "A code is no term of that modality and year, or a tier above it is missing: each is named")
    @APIResponse(responseCode = "428", description = "It is classified already, and If-Match is missing")
    public Response classify(
            @Parameter(description = "Of the notification") @RestPath UUID id,
            @Parameter(description = "ETag of what is changed; none for the first classification")
                    @RestHeader(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Parameter(description = "* to classify only what nobody has classified")
                    @RestHeader(HttpHeaders.IF_NONE_MATCH)
                    String ifNoneMatch,
            ClassificationRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var review = new Review(id, null, request.checked(), new WhatWasRead(ifMatch, ifNoneMatch));
        var outcome =
                classifyExposures.classify(List.of(review), reviewer.name()).get(0);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.refusal();
        }
        return outcome instanceof Outcome.Taken taken
                ? answer(taken.revision(), taken.revision().number() == 1 ? 201 : 200)
                : answer(((Outcome.Unchanged) outcome).revision(), 200);
    }

    @GET
    @RolesAllowed("analytics:read")
    @Operation(summary = "How an exposure is classified")
    @APIResponse(
            responseCode = "200",
            description = "What the last review found",
            headers = @Header(name = HttpHeaders.ETAG, description = "For If-Match of a change"),
            content = @Content(schema = @Schema(implementation = ClassificationView.class)))
    @APIResponse(responseCode = "304", description = "It is still what If-None-Match names")
    @APIResponse(responseCode = "404", description = "Nobody has classified it, or no exposure has this id")
    public Response classification(
            @Parameter(description = "Of the notification") @RestPath UUID id, @Context Request request) {
        var current = classifications.current(List.of(id)).get(id);
        if (current == null) {
            throw new NotFoundException();
        }
        var unchanged = request.evaluatePreconditions(new EntityTag(WhatWasRead.tag(current)));
        return unchanged == null ? answer(current, 200) : unchanged.build();
    }

    @GET
    @Path("/history")
    @RolesAllowed("analytics:read")
    @Operation(summary = "Every classification an exposure has had", description = "The first one first.")
    @APIResponse(responseCode = "200", description = "Who said what, and when; empty where nobody has classified it")
    public Page<ClassificationView> history(@Parameter(description = "Of the notification") @RestPath UUID id) {
        return new Page<>(
                classifications.history(id).stream().map(ClassificationView::of).toList(), null);
    }

    private static Response answer(Revision revision, int status) {
        return Response.status(status)
                .entity(ClassificationView.of(revision))
                .tag(WhatWasRead.tag(revision))
                .build();
    }
}
