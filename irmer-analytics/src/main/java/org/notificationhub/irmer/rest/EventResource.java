package org.notificationhub.irmer.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.event.Event;
import org.notificationhub.irmer.event.EventRepository;

/** The events behind any number. */
@Path("/v1/irmer/events")
@Tag(name = "IR(ME)R figures")
@RolesAllowed("analytics:read")
public class EventResource {

    private final EventRepository events;
    private final AsOf asOf;
    private final Optional<URI> intake;

    EventResource(EventRepository events, AsOf asOf, IrmerConfig config) {
        this.events = events;
        this.asOf = asOf;
        this.intake = config.intake().url();
    }

    @GET
    @Operation(
            summary = "The notifications behind a number, oldest first",
            description =
                    "Each parameter names one thing that is counted by; of the events all of them hold. Their number"
                            + " is the figure's as of the same time. Without leftOut they are those that are counted. Nothing"
                            + " that a notifier wrote in words is here: the notification itself is read from intake. Whose an"
                            + " event is, and which are a provider's, is for those who review them: analytics:write (ADR 20).")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    @APIResponse(responseCode = "403", description = "provider is given, without analytics:write")
    public RestResponse<Page<EventView>> events(
            @BeanParam EventQuery asked,
            @Parameter(
                            description = "RFC 3339 with an offset: as known at that time. Where absent each page is as"
                                    + " known when it is read",
                            example = "2026-11-23T09:00:00Z")
                    @RestQuery("asOf")
                    String then,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri,
            @Context SecurityContext caller) {
        var reviews = caller.isUserInRole("analytics:write");
        if (asked.provider != null && !reviews) {
            throw new ForbiddenException();
        }
        var query = new ListQuery();
        var known = asOf.of(then);
        var filter = asked.filter(query, known);
        var size = query.limit(limit);
        query.refuseFaults();
        var from = Cursor.parse(cursor);
        return Page.answer(
                events.find(filter, from == null ? null : from.id(), size + 1, then == null ? null : known),
                size,
                event -> EventView.of(event, intake, reviews),
                EventResource::place,
                uri);
    }

    private static Cursor place(Event event) {
        return new Cursor(Instant.EPOCH, event.notificationId());
    }
}
