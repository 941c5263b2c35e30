package org.notificationhub.intake.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.NotificationRepository.Filter;

/** The list of notifications that a caller may see. */
@Path("/v1/notifications")
@Blocking
public class NotificationListResource {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final NotificationRepository notifications;
    private final Caller caller;

    NotificationListResource(NotificationRepository notifications, Caller caller) {
        this.notifications = notifications;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("notifications:read")
    @Operation(summary = "Notifications in the order they were received")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<NotificationSummary>> list(
            @RestQuery String providerId,
            @RestQuery String type,
            @Parameter(description = "A status, such as ACTION_REQUIRED") @RestQuery String status,
            @RestQuery String reference,
            @Parameter(description = "RFC 3339, inclusive") @RestQuery String receivedFrom,
            @Parameter(description = "RFC 3339, exclusive") @RestQuery String receivedTo,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var filter = new Filter(
                providers(providerId),
                type,
                query.code("status", status, NotificationStatus.class),
                reference,
                query.instant("receivedFrom", receivedFrom, Instant.EPOCH),
                query.instant("receivedTo", receivedTo, FOREVER));
        var size = query.limit(limit);
        query.refuseFaults();
        var found = notifications.find(filter, Cursor.parse(cursor), size + 1);
        return Page.answer(
                found,
                size,
                NotificationSummary::of,
                notification -> new Cursor(notification.receivedAt(), notification.id()),
                uri);
    }

    /** A provider the caller does not act for has, to this caller, no notifications. */
    private List<String> providers(String asked) {
        if (asked != null) {
            return caller.sender().actsFor(asked) ? List.of(asked) : List.of();
        }
        return caller.providerIds();
    }
}
