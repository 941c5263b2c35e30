package org.notificationhub.intake.lfpse;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseVersions;

/** Which versions of LfPSE's profile are taken here. */
@Path("/adverse-event/fhir/metadata")
@PermitAll
@Tag(name = "LfPSE")
public class MetadataResource {

    private final LfpseVersions onOffer;
    private final Clock clock;

    MetadataResource(Lfpse lfpse, Clock clock) {
        this.onOffer = new LfpseVersions(List.of(lfpse));
        this.clock = clock;
    }

    @GET
    @Produces({FhirAnswer.FHIR, MediaType.APPLICATION_JSON})
    @Operation(summary = "What can be sent here", description = "Open to all: it says nothing of anybody.")
    @APIResponse(responseCode = "200", description = "A CapabilityStatement with one resource for each profile version")
    public String metadata() {
        return onOffer.capabilities(clock.instant());
    }
}
