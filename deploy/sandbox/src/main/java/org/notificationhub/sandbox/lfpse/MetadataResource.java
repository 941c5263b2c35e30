package org.notificationhub.sandbox.lfpse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which profile versions are on offer: one resource entry for each. */
@Path("/adverse-event/fhir/metadata")
@Tag(name = "LfPSE")
public class MetadataResource {

    private final Fhir fhir;
    private final Clock clock;

    MetadataResource(Fhir fhir, Clock clock) {
        this.fhir = fhir;
        this.clock = clock;
    }

    @GET
    @Produces(Fhir.MEDIA_TYPE)
    @Operation(summary = "CapabilityStatement")
    public String metadata() {
        return fhir.versions().capabilities(clock.instant());
    }
}
