package org.notificationhub.intake.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.Fault;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.notification.Notification;
import org.notificationhub.intake.notification.NotificationRepository;
import org.notificationhub.intake.notification.NotificationRepository.Filter;

/** The list of notifications that a caller may see. */
@Path("/v1/notifications")
@Blocking
public class NotificationListResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
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
        var query = new Query();
        var filter = new Filter(
                providers(providerId),
                type,
                query.status(status),
                reference,
                query.instant("receivedFrom", receivedFrom, Instant.EPOCH),
                query.instant("receivedTo", receivedTo, FOREVER));
        var size = query.limit(limit);
        query.refuseFaults();
        var found = notifications.find(filter, Cursor.parse(cursor), size + 1);
        return page(found, size, uri);
    }

    /** A provider the caller does not act for has, to this caller, no notifications. */
    private List<String> providers(String asked) {
        var sender = caller.sender();
        if (asked != null) {
            return sender.actsFor(asked) ? List.of(asked) : List.of();
        }
        return sender.actsForAll() ? null : List.copyOf(sender.providerIds());
    }

    private static RestResponse<Page<NotificationSummary>> page(List<Notification> found, int size, UriInfo uri) {
        var items = found.stream().limit(size).map(NotificationSummary::of).toList();
        if (found.size() <= size) {
            return RestResponse.ok(new Page<>(items, null));
        }
        var last = found.get(size - 1);
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", new Cursor(last.receivedAt(), last.id()))
                .build();
        var link = next.getRawPath() + "?" + next.getRawQuery();
        return RestResponse.ResponseBuilder.ok(new Page<>(items, link))
                .header("Link", "<" + link + ">; rel=\"next\"")
                .build();
    }

    /** Reads query parameters, keeping every fault. */
    private static final class Query {
        private final List<Fault> faults = new ArrayList<>();

        NotificationStatus status(String value) {
            try {
                return value == null ? null : NotificationStatus.valueOf(value);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(
                        "status", "NOT_A_CODE", "Use one of: " + Arrays.toString(NotificationStatus.values())));
                return null;
            }
        }

        Instant instant(String name, String value, Instant absent) {
            try {
                return value == null ? absent : OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                faults.add(new Fault(name, "NOT_A_DATE_TIME", "Use RFC 3339 with an offset"));
                return absent;
            }
        }

        int limit(String value) {
            if (value == null) {
                return USUAL;
            }
            if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
                faults.add(new Fault("limit", "OUT_OF_RANGE", "Use a number from 1 to " + MOST));
                return USUAL;
            }
            return Integer.parseInt(value);
        }

        void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new Refusal(ProblemKind.QUERY_INVALID, faults);
            }
        }
    }
}
