package org.notificationhub.routing.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
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
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ListQuery;
import org.notificationhub.http.Page;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.callback.CallbackStore;
import org.notificationhub.routing.delivery.Delivery;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.delivery.RetryDelivery;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.rule.Authority;

/** What is on its way to the authorities, and what has arrived. */
@Path("/v1/deliveries")
@RolesAllowed("deliveries:manage")
public class DeliveryResource {

    private static final String RETRY = """
            {"reason": "CQC's gateway took it for spam; they have put us on their list."}""";

    private final DeliveryRepository deliveries;
    private final CallbackStore callbacks;
    private final RetryDelivery retryDelivery;
    private final Evidence evidence;
    private final JsonWebToken token;

    DeliveryResource(
            DeliveryRepository deliveries,
            CallbackStore callbacks,
            RetryDelivery retryDelivery,
            Evidence evidence,
            JsonWebToken token) {
        this.deliveries = deliveries;
        this.callbacks = callbacks;
        this.retryDelivery = retryDelivery;
        this.evidence = evidence;
        this.token = token;
    }

    @GET
    @Transactional
    @Operation(summary = "Deliveries in the order they were made")
    @APIResponse(responseCode = "200", description = "One page; next leads to the following one, null at the end")
    @APIResponse(responseCode = "400", description = "A query parameter cannot be used")
    public RestResponse<Page<DeliveryView>> list(
            @Parameter(description = "CQC or LFPSE") @RestQuery String destination,
            @Parameter(description = "A status, such as PARKED") @RestQuery String state,
            @Parameter(description = "The notification's type") @RestQuery String type,
            @Parameter(description = "Of one provider") @RestQuery String providerId,
            @Parameter(description = "Of one notification") @RestQuery String notificationId,
            @Parameter(description = "Made from then on, RFC 3339 with an offset") @RestQuery String createdFrom,
            @Parameter(description = "Made before then") @RestQuery String createdTo,
            @Parameter(description = "From the next link of the page before") @RestQuery String cursor,
            @Parameter(description = "1 to 200; 50 where absent") @RestQuery String limit,
            @Context UriInfo uri) {
        var query = new ListQuery();
        var wanted = new DeliveryFilter(
                query.code("state", state, DeliveryStatus.class),
                query.code("destination", destination, Authority.class),
                type,
                providerId,
                query.id("notificationId", notificationId),
                query.instant("createdFrom", createdFrom, null),
                query.instant("createdTo", createdTo, null),
                null);
        var size = query.limit(limit);
        query.refuseFaults();
        return Page.answer(
                deliveries.find(wanted, Cursor.parse(cursor), size + 1),
                size,
                DeliveryView::listed,
                delivery -> new Cursor(delivery.createdAt(), delivery.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "A delivery with every attempt, and what LfPSE was said to have done since")
    @APIResponse(responseCode = "200", description = "The delivery")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    public DeliveryView delivery(@RestPath UUID id) {
        var delivery = deliveries.findByIdOptional(id).orElseThrow(NotFoundException::new);
        evidence.lookedAt(delivery.notification().id(), new DeliveryLookedAt(id));
        return whole(delivery);
    }

    @POST
    @Path("/{id}/retry")
    @Transactional
    @Operation(
            summary = "Have a delivery that has stopped tried again",
            description =
                    "For one that is PARKED or REJECTED, or UNKNOWN and held, once a person has mended the cause. It is"
                            + " due at once and has as many attempts as at first; the history goes on. Who asked and why is kept,"
                            + " and the sender sees that it is tried again, not why. One that is on its way already stays as it"
                            + " is, so asking twice does no harm. LfPSE cannot recognise a repeat: where an attempt went"
                            + " unanswered, look for the report there before you confirm with acceptTellingTwice.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", example = RETRY))
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "400", description = "The reason is missing, too short or too long")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    @APIResponse(
            responseCode = "409",
            description =
                    "It was accepted, called off or overtaken, a person tells the authority, nothing is owed, or it"
                            + " may be there already; the code in errors says which")
    public RestResponse<DeliveryView> retry(@RestPath UUID id, RetryRequest request) {
        if (request == null) {
            throw new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
        }
        var delivery =
                retryDelivery.retry(id, request.mandate(token.getSubject())).orElseThrow(NotFoundException::new);
        return RestResponse.ResponseBuilder.<DeliveryView>create(RestResponse.Status.ACCEPTED)
                .entity(whole(delivery))
                .build();
    }

    private DeliveryView whole(Delivery delivery) {
        return DeliveryView.whole(
                delivery,
                deliveries.attempts(delivery.id()),
                deliveries.retries(delivery.id()),
                callbacks.about(delivery.notification().id()));
    }

    private record DeliveryLookedAt(UUID deliveryId) {}
}
