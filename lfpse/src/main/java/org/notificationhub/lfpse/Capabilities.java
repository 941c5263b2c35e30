package org.notificationhub.lfpse;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What a server that takes LfPSE's events says of itself: one entry for each version of the profile on offer. */
final class Capabilities {

    private static final List<TypeRestfulInteraction> INTERACTIONS =
            List.of(TypeRestfulInteraction.CREATE, TypeRestfulInteraction.UPDATE, TypeRestfulInteraction.DELETE);

    private Capabilities() {}

    static String of(Collection<TaxonomyVersion> onOffer, Instant now) {
        var statement = new CapabilityStatement()
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(Date.from(now))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .setFormat(List.of(new CodeType("json")));
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        for (var version : onOffer) {
            var resource = rest.addResource().setType("AdverseEvent").setProfile(version.profile());
            INTERACTIONS.forEach(interaction -> resource.addInteraction().setCode(interaction));
        }
        return Fhir.write(statement);
    }
}
