package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.replay.PreviewReplay;
import org.notificationhub.routing.replay.Progress;
import org.notificationhub.routing.replay.Replay;
import org.notificationhub.routing.replay.ReplayRepository;
import org.notificationhub.routing.replay.StartReplay;
import org.notificationhub.routing.replay.StartReplay.Started;

/** Has many deliveries that have stopped tried again. */
@Path("/v1/replays")
@RolesAllowed("deliveries:manage")
public class ReplayResource {

    private static final String EXAMPLE = """
            {"filter": {"state": "PARKED", "destination": "CQC", "createdFrom": "2026-11-20T00:00:00Z"},
             "reason": "CQC's gateway was down over the weekend and is back.",
             "rules": "ORIGINAL", "preview": true}""";

    private static final int PROBLEMS = 20;

    private final PreviewReplay preview;
    private final StartReplay startReplay;
    private final ReplayRepository replays;
    private final JsonWebToken token;
    private final Clock clock;

    ReplayResource(
            PreviewReplay preview, StartReplay startReplay, ReplayRepository replays, JsonWebToken token, Clock clock) {
        this.preview = preview;
        this.startReplay = startReplay;
        this.replays = replays;
        this.token = token;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Have the deliveries that a filter finds tried again",
            description = "With preview, which is the default, says what would be tried again and what not, and does"
                    + " nothing. Without, writes down which deliveries the filter finds at this moment and goes through"
                    + " them in the background, at a rate that lets live traffic go first; what stops later is not swept"
                    + " in. Each is tried again as by POST /v1/deliveries/{id}/retry. rules CURRENT decides each"
                    + " notification anew by the rule table in use and follows that; nobody is told twice.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "What would be done",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location says where to follow it. The same request under the same key is"
                    + " answered so again, with Idempotency-Replayed: true",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(responseCode = "400", description = "A member cannot be used, or the key is missing or cannot be used")
    @APIResponse(responseCode = "409", description = "The first request with that key is still running")
    @APIResponse(responseCode = "422", description = "The key was used for other content")
    public RestResponse<Object> replay(
            @Parameter(description = "Required without preview: 1 to 255 visible ASCII characters")
                    @HeaderParam("Idempotency-Key")
                    String idempotencyKey,
            ReplayRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var order = request.order();
        return request.isPreview()
                ? RestResponse.ok(PreviewView.of(preview.of(order)))
                : begun(startReplay.start(order, token.getSubject(), IdempotencyKey.required(idempotencyKey)));
    }

    @GET
    @Transactional
    @Operation(summary = "The replays there have been, newest first")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<ReplayView>> list(
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var size = query.limit(limit);
        query.refuseFaults();
        var found = replays.find(Cursor.parse(cursor), size + 1);
        var progress = replays.progress(found.stream().map(Replay::id).toList());
        var now = clock.instant();
        return Page.answer(
                found,
                size,
                replay -> ReplayView.listed(replay, progress.getOrDefault(replay.id(), Progress.NONE), now),
                Replay::place,
                uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "How far a replay has come",
            description = "With the first deliveries that it passed over, and why.")
    @APIResponse(responseCode = "200", description = "The replay")
    @APIResponse(responseCode = "404", description = "There is no such replay")
    public ReplayView find(@RestPath UUID id) {
        return replays.findByIdOptional(id).map(this::whole).orElseThrow(NotFoundException::new);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Cancel a replay",
            description =
                    "Once this is answered nothing more is tried again; what has been, stays so. One that has ended"
                            + " stays as it is.")
    @APIResponse(responseCode = "200", description = "The replay as it stands now")
    @APIResponse(responseCode = "404", description = "There is no such replay")
    public ReplayView cancel(@RestPath UUID id) {
        return startReplay.cancel(id, token.getSubject()).map(this::whole).orElseThrow(NotFoundException::new);
    }

    private ReplayView whole(Replay replay) {
        var progress = replays.progress(List.of(replay.id())).getOrDefault(replay.id(), Progress.NONE);
        return ReplayView.whole(replay, progress, replays.skipped(replay.id(), PROBLEMS), clock.instant());
    }

    private static RestResponse<Object> begun(Started started) {
        var view = ReplayView.begun(started.replay());
        var answer = RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED)
                .entity(view)
                .header("Location", view.links().self());
        if (started.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }
}
