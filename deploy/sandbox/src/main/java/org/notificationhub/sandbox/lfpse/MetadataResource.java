package org.notificationhub.sandbox.lfpse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** Which profile versions are on offer: one resource entry for each. */
@Path("/adverse-event/fhir/metadata")
@Tag(name = "LfPSE")
public class MetadataResource {

    private static final List<TypeRestfulInteraction> INTERACTIONS =
            List.of(TypeRestfulInteraction.CREATE, TypeRestfulInteraction.UPDATE, TypeRestfulInteraction.DELETE);

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
        var statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(clock.instant()))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .setFormat(List.of(new CodeType("json")));
        var resource = statement.addRest().setMode(RestfulCapabilityMode.SERVER).addResource();
        resource.setType("AdverseEvent").setProfile(Taxonomy.PROFILE);
        INTERACTIONS.forEach(interaction -> resource.addInteraction().setCode(interaction));
        return fhir.write(statement);
    }
}
