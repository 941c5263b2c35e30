package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.AdverseEvent;

/**
 * The strict parse of FHIR R4. The library takes a number for a text, and says without the place what it does not take; so the
 * JSON is looked at too.
 */
final class FhirReader {

    private final Structure structure;

    FhirReader(Taxonomy taxonomy, FhirShape shape) {
        this.structure = new Structure(taxonomy, shape);
    }

    /** Null where there is nothing an AdverseEvent could be read from. */
    AdverseEvent read(String r4, Faults faults) {
        if (Json.read(r4) instanceof ObjectNode tree && isAdverseEvent(tree)) {
            var collector = new FaultCollector();
            structure.check(tree, faults);
            var event = parse(r4, collector);
            if (faults.isEmpty()) {
                collector.faults().forEach(faults::add);
            }
            if (event != null || !faults.isEmpty()) {
                return event;
            }
        }
        faults.unreadable("not-an-adverse-event", "AdverseEvent", "This is not an AdverseEvent in FHIR JSON");
        return null;
    }

    private static boolean isAdverseEvent(ObjectNode tree) {
        return tree.path("resourceType").asText().equals(Part.EVENT.resource);
    }

    /** Given what is no FHIR at all, the library fails in many ways; none of them says more than that. */
    private static AdverseEvent parse(String r4, FaultCollector collector) {
        try {
            return Fhir.CONTEXT.newJsonParser().setParserErrorHandler(collector).parseResource(AdverseEvent.class, r4);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
