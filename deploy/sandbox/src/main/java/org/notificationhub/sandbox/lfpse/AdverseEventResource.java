package org.notificationhub.sandbox.lfpse;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.FrontDoor;
import org.notificationhub.sandbox.JsonBody;
import org.notificationhub.sandbox.Reply;
import org.notificationhub.sandbox.Visit;

/** LfPSE's submission API: AdverseEvents of every version of its taxonomy on offer. Events cannot be read back. */
@Path("/adverse-event/fhir/AdverseEvent")
@Consumes({Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Blocking
@Tag(name = "LfPSE")
@APIResponse(responseCode = "400", description = "OperationOutcome: this is not FHIR of that version, every fault")
@APIResponse(responseCode = "401", description = "Subscription key; plain JSON")
@APIResponse(responseCode = "422", description = "OperationOutcome: rules broken, every fault")
public class AdverseEventResource {

    private final FrontDoor door;
    private final Gateway gateway;
    private final Lfpse lfpse;

    AdverseEventResource(FrontDoor door, Gateway gateway, Lfpse lfpse) {
        this.door = door;
        this.gateway = gateway;
        this.lfpse = lfpse;
    }

    @POST
    @Operation(summary = "Record an event", description = "The same event again is recorded again.")
    @APIResponse(responseCode = "201", description = "The stored event, with id, version and reference metadata")
    public Uni<RestResponse<String>> create(@Context HttpServerRequest http, String body) {
        return receive(http, null, body, () -> lfpse.create(requestId(http), body));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Amend an event")
    @APIResponse(responseCode = "200", description = "The stored event, one version on")
    @APIResponse(responseCode = "404", description = "No such event")
    @APIResponse(responseCode = "410", description = "Deleted")
    public Uni<RestResponse<String>> update(@RestPath String id, @Context HttpServerRequest http, String body) {
        return receive(http, id, body, () -> lfpse.update(requestId(http), id, body));
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Delete an event")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "No such event, or deleted before")
    public Uni<RestResponse<String>> delete(@RestPath String id, @Context HttpServerRequest http) {
        return receive(http, id, null, () -> lfpse.delete(requestId(http), id));
    }

    private Uni<RestResponse<String>> receive(
            HttpServerRequest http, String id, String text, Supplier<Reply> processing) {
        var body = JsonBody.read(text);
        var inBody = body.path("identifier").path("value").asText(null);
        var visit = new Visit(Authority.LFPSE, http, inBody == null ? lfpse.senderReference(id) : inBody, body);
        return gateway.admits(http.getHeader(Gateway.KEY))
                ? door.receive(visit, lfpse, processing)
                : door.turnAway(visit, Gateway.refusal());
    }

    private static String requestId(HttpServerRequest http) {
        return http.getHeader("X-Request-ID");
    }
}
