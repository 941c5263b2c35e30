package org.notificationhub.maternity.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.Csv;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.feedback.AnswerLimit;
import org.notificationhub.maternity.feedback.FeedbackRepository;
import org.notificationhub.maternity.feedback.FeedbackRepository.Comment;
import org.notificationhub.maternity.feedback.GiveFeedback;
import org.notificationhub.maternity.feedback.SummariseFeedback;

/** What readers say of the resources. Giving it is open to all; it is kept without a trace of who gave it. */
@Path("/v1/feedback")
@Tag(name = "Feedback")
public class FeedbackResource {

    private static final List<String> HEADER = List.of("resource", "version", "month", "useful", "comment");

    private final ResourceCatalogue catalogue;
    private final AnswerLimit limit;
    private final GiveFeedback giveFeedback;
    private final SummariseFeedback summariseFeedback;
    private final FeedbackRepository feedback;

    FeedbackResource(
            ResourceCatalogue catalogue,
            AnswerLimit limit,
            GiveFeedback giveFeedback,
            SummariseFeedback summariseFeedback,
            FeedbackRepository feedback) {
        this.catalogue = catalogue;
        this.limit = limit;
        this.giveFeedback = giveFeedback;
        this.summariseFeedback = summariseFeedback;
        this.feedback = feedback;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say whether a resource was useful",
            description = "Anonymous: neither address nor browser is kept, and of the time only the month.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FeedbackRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a midwife found it useful",
                                            value =
                                                    "{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": \"YES\","
                                                            + " \"audience\": \"FRONTLINE\", \"intention\": \"SHARE\","
                                                            + " \"comment\": \"Say how many lines a unit needs.\" }")))
    @APIResponse(
            responseCode = "201",
            description = "It is kept",
            headers =
                    @Header(
                            name = "Idempotency-Replayed",
                            description = "true where the same was sent before under this key"))
    @APIResponse(responseCode = "400", description = "A member cannot be used, or the comment identifies a person")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another answer")
    @APIResponse(
            responseCode = "429",
            description = "Too many from one address",
            headers = @Header(name = "Retry-After", description = "Seconds"))
    public Response give(
            FeedbackRequest request,
            @Parameter(
                            description =
                                    "So that the same request sent again adds nothing: 1 to 255 visible ASCII characters")
                    @RestHeader("Idempotency-Key")
                    String key,
            @Context HttpServerRequest http) {
        limit.take(http.remoteAddress().hostAddress());
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var isNew = giveFeedback.give(request.draft(), IdempotencyKey.optional(key));
        var answer = Response.status(Response.Status.CREATED);
        return isNew
                ? answer.build()
                : answer.header("Idempotency-Replayed", true).build();
    }

    @GET
    @Path("/summary")
    @RolesAllowed("catalogue:write")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What readers said of each resource",
            description =
                    "Numbers from five up; with as many more withheld as keep a smaller one from being worked out.")
    public FeedbackSummaryView summary() {
        return FeedbackSummaryView.of(summariseFeedback.summary());
    }

    @GET
    @Path("/comments.csv")
    @RolesAllowed("catalogue:write")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "What readers wrote, for editors", description = "Oldest month first; without who wrote it.")
    @APIResponse(
            responseCode = "200",
            description = "A comment a row",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be used; errors names it")
    public RestResponse<String> comments(
            @Parameter(description = "Slug of a resource", example = "telephone-triage") @RestQuery String resource) {
        if (resource != null && catalogue.resource(resource).isEmpty()) {
            throw new Refusal(
                    ProblemKind.QUERY_INVALID,
                    List.of(new Fault("resource", "UNKNOWN_RESOURCE", "Use the slug of a resource")));
        }
        var slugs = catalogue.resources().stream().collect(Collectors.toMap(Resource::id, Resource::slug));
        var id = resource == null
                ? null
                : catalogue.resource(resource).orElseThrow().id();
        var rows = feedback.comments(id).stream().map(comment -> row(comment, each -> slugs.getOrDefault(each, each)));
        return RestResponse.ResponseBuilder.ok(Csv.of(HEADER, rows))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"maternity-feedback.csv\"")
                .build();
    }

    private static List<String> row(Comment comment, Function<String, String> slug) {
        return List.of(
                slug.apply(comment.resourceId()),
                Integer.toString(comment.version()),
                comment.month().toString(),
                comment.useful().name(),
                comment.text());
    }
}
