package org.notificationhub.routing.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.notificationhub.lfpse.Lfpse;

/** What LfPSE would say against an event. Leaves no trace. */
@Path("/v1/lfpse/validate")
@Blocking
public class LfpseValidationResource {

    static final String FHIR = "application/fhir+json";

    private static final String EXAMPLE = """
            {"resourceType": "AdverseEvent",
             "meta": {"profile": ["https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/patient-safety-adverse-event-6"]},
             "contained": [{"resourceType": "Patient", "id": "patient1"}],
             "actuality": "actual", "event": {"coding": [{"code": "2"}]}, "subject": {"reference": "#patient1"}}""";

    private final Lfpse lfpse;

    LfpseValidationResource(Lfpse lfpse) {
        this.lfpse = lfpse;
    }

    @POST
    @PermitAll
    @Consumes({FHIR, MediaType.APPLICATION_JSON})
    @Produces({FHIR, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Hold an AdverseEvent against LfPSE's profile",
            description =
                    "Stores nothing and tells nobody. The profile is that of the taxonomy's version that the hub is set to"
                            + " (GET /v1/destinations says which); what LfPSE would refuse is an error, what nobody has confirmed that it"
                            + " refuses a warning. Each issue has the rule's code in details.coding and the place in expression, and"
                            + " repeats nothing of what was sent. The rules are those the hub applies before it sends anything.")
    @RequestBody(
            required = true,
            description = "At most 1 MiB",
            content = {
                @Content(mediaType = FHIR, schema = @Schema(type = SchemaType.OBJECT), example = EXAMPLE),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        example = EXAMPLE)
            })
    @APIResponse(
            responseCode = "200",
            description = "An OperationOutcome with every fault, or with one issue for information where there is none",
            content = @Content(mediaType = FHIR, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "400",
            description = "An OperationOutcome: no AdverseEvent can be read from this",
            content = @Content(mediaType = FHIR, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "413", description = "The body is larger than 1 MiB")
    public RestResponse<String> validate(String event) {
        var faults = lfpse.validate(event);
        return RestResponse.status(
                lfpse.read(event).event() == null ? Status.BAD_REQUEST : Status.OK, lfpse.outcome(faults));
    }
}
