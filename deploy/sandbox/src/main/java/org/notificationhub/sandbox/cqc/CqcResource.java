package org.notificationhub.sandbox.cqc;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.FrontDoor;
import org.notificationhub.sandbox.JsonBody;
import org.notificationhub.sandbox.Visit;

/** CQC offers no public interface for notifications; this is the one a gateway to it might offer. */
@Path("/cqc/notifications")
@Tag(name = "CQC")
public class CqcResource {

    private final FrontDoor door;
    private final Cqc cqc;

    CqcResource(FrontDoor door, Cqc cqc) {
        this.door = door;
        this.cqc = cqc;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Notify, amend or withdraw",
            description =
                    "An Idempotency-Key that was seen before gets the first answer's reference and changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Taken: {\"reference\": \"ENQ-…\"}; an amendment keeps its reference")
    @APIResponse(responseCode = "200", description = "The same Idempotency-Key and content again")
    @APIResponse(responseCode = "400", description = "Cannot be read, or members are missing, unknown or malformed")
    @APIResponse(responseCode = "404", description = "previousReference is not known")
    @APIResponse(responseCode = "409", description = "Withdrawn already")
    @APIResponse(responseCode = "422", description = "Identifies a person, or the key was used for other content")
    public Uni<RestResponse<String>> take(
            @RestHeader("Idempotency-Key") String key, @Context HttpServerRequest http, String text) {
        var body = JsonBody.read(text);
        var visit = new Visit(Authority.CQC, http, body.path("reference").asText(null), body);
        return door.receive(visit, cqc, () -> cqc.take(key, body));
    }
}
