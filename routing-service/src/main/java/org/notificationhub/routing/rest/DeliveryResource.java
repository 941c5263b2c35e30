package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.rule.Authority;

/** What is on its way to the authorities, and what has arrived. */
@Path("/v1/deliveries")
@RolesAllowed("deliveries:manage")
public class DeliveryResource {

    private final DeliveryRepository deliveries;
    private final Evidence evidence;

    DeliveryResource(DeliveryRepository deliveries, Evidence evidence) {
        this.deliveries = deliveries;
        this.evidence = evidence;
    }

    @GET
    @Transactional
    @Operation(summary = "Deliveries in the order they were made")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    public RestResponse<Page<DeliveryView>> list(
            @Parameter(description = "CQC or LFPSE") @RestQuery String destination,
            @Parameter(description = "A status, such as PARKED") @RestQuery String state,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = query.code("destination", destination, Authority.class);
        var status = query.code("state", state, DeliveryStatus.class);
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                deliveries.find(wanted, status, Cursor.parse(cursor), size + 1),
                size,
                delivery -> DeliveryView.of(delivery, null),
                delivery -> new Cursor(delivery.createdAt(), delivery.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "A delivery with every attempt", description = "Who looked is kept as evidence.")
    @APIResponse(responseCode = "200", description = "The delivery")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    public DeliveryView delivery(@RestPath UUID id) {
        var delivery = deliveries.findByIdOptional(id).orElseThrow(NotFoundException::new);
        evidence.lookedAt(delivery.notification().id(), new DeliveryLookedAt(id));
        return DeliveryView.of(delivery, deliveries.attempts(id));
    }

    private record DeliveryLookedAt(UUID deliveryId) {}
}
