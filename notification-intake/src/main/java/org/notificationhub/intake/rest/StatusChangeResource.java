package org.notificationhub.intake.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.status.Interest;
import org.notificationhub.intake.status.StatusChange;
import org.notificationhub.intake.status.StatusChange.Placed;
import org.notificationhub.intake.status.StatusFeed;

/** The feed of status changes, for senders that ask rather than be told. */
@Path("/v1/status-changes")
@Blocking
public class StatusChangeResource {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final StatusFeed feed;
    private final Caller caller;
    private final Duration longestWait;

    StatusChangeResource(StatusFeed feed, Caller caller, IntakeConfig config) {
        this.feed = feed;
        this.caller = caller;
        this.longestWait = config.notification().longestWait();
    }

    @GET
    @RolesAllowed("notifications:read")
    @Operation(
            summary = "What has changed in how the caller's notifications stand",
            description =
                    "Every change of the status, the version, a duty or a delivery, in one order that never changes:"
                            + " changes of one notification as they happened, and nothing ever appears before a place you have"
                            + " read past. This list has no end, so next is never null: follow it at once while pages are full,"
                            + " and keep it to ask again later. Within a second of the change it is here. To be told instead,"
                            + " register a webhook.")
    @APIResponse(
            responseCode = "200",
            description = "The changes that follow, none where there are none yet; next leads on from the last of them")
    @APIResponse(responseCode = "400", description = "CURSOR_INVALID or QUERY_INVALID")
    public CompletionStage<RestResponse<Page<StatusChange>>> list(
            @Parameter(description = "From the next link of the answer before; goes before from") @RestQuery
                    String cursor,
            @Parameter(description = "Where to begin without a cursor: OLDEST, or NOW for what comes from now on")
                    @RestQuery
                    String from,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Parameter(description = "wait=N: hold the answer for N seconds, at most 10, until there is a change")
                    @HeaderParam("Prefer")
                    String prefer,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var beginning = query.code("from", from, Beginning.class);
        var size = query.limit(limit);
        query.refuseFaults();
        var place = place(cursor, beginning);
        var interest = new Interest(caller.providerIds(), null);
        return Prefer.wait(prefer, longestWait)
                .map(wait -> awaited(place, interest, size, wait))
                .orElseGet(() -> Uni.createFrom().item(() -> feed.after(place.position(), interest, size)))
                .map(found -> answer(found, place, uri))
                .subscribeAsCompletionStage();
    }

    private FeedPlace place(String cursor, Beginning beginning) {
        if (cursor != null) {
            return FeedPlace.parse(cursor);
        }
        return new FeedPlace(beginning == Beginning.NOW ? feed.end() : 0);
    }

    private Uni<List<Placed>> awaited(FeedPlace place, Interest interest, int size, Duration wait) {
        return Uni.createFrom()
                .item(() -> feed.after(place.position(), interest, size))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .repeat()
                .withDelay(LOOK_AGAIN)
                .whilst(List::isEmpty)
                .collect()
                .last()
                .ifNoItem()
                .after(wait)
                .recoverWithItem(List.of());
    }

    private static RestResponse<Page<StatusChange>> answer(List<Placed> found, FeedPlace place, UriInfo uri) {
        var next = found.isEmpty()
                ? place
                : new FeedPlace(found.get(found.size() - 1).position());
        return Page.answer(found.stream().map(Placed::change).toList(), next, uri);
    }

    enum Beginning {
        OLDEST,
        NOW
    }
}
