package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.events.WireJson;
import org.notificationhub.lfpse.Lfpse;

/** Which versions of LfPSE's profile are taken here. */
@Path("/adverse-event/fhir/metadata")
@PermitAll
@Tag(name = "LfPSE")
public class MetadataResource {

    private final Lfpse lfpse;
    private final Clock clock;

    MetadataResource(Lfpse lfpse, Clock clock) {
        this.lfpse = lfpse;
        this.clock = clock;
    }

    @GET
    @Produces({FhirAnswer.FHIR, MediaType.APPLICATION_JSON})
    @Operation(summary = "What can be sent here", description = "Open to all: it says nothing of anybody.")
    @APIResponse(responseCode = "200", description = "A CapabilityStatement with one resource for each profile version")
    public String metadata() {
        var statement = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", WireJson.format(clock.instant()))
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
        statement.putArray("format").add("json");
        var server = statement.putArray("rest").addObject().put("mode", "server");
        var resource = server.putArray("resource")
                .addObject()
                .put("type", "AdverseEvent")
                .put("profile", lfpse.version().profile());
        var interactions = resource.putArray("interaction");
        Stream.of("create", "update", "delete")
                .forEach(code -> interactions.addObject().put("code", code));
        return statement.toString();
    }
}
