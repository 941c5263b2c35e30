package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.AdverseEvent;

/** The strict parse of FHIR R4. */
final class FhirReader {

    private final Structure structure;

    FhirReader(Taxonomy taxonomy, FhirShape shape) {
        this.structure = new Structure(taxonomy, shape);
    }

    /** Null where there is nothing an AdverseEvent could be read from. */
    AdverseEvent read(String r4, Faults faults) {
        var collector = new FaultCollector();
        var event = parse(r4, collector);
        if (event == null || !collector.faults().isEmpty()) {
            locate(r4, collector, faults);
        }
        if (event == null && faults.isEmpty()) {
            faults.unreadable("not-an-adverse-event", "AdverseEvent", "This is not an AdverseEvent in FHIR JSON");
        }
        return event;
    }

    /** Given what is no FHIR at all, the library fails in many ways; none of them says more than that. */
    private static AdverseEvent parse(String r4, FaultCollector collector) {
        try {
            return Fhir.CONTEXT.newJsonParser().setParserErrorHandler(collector).parseResource(AdverseEvent.class, r4);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void locate(String r4, FaultCollector collector, Faults faults) {
        var before = faults.all().size();
        if (Json.read(r4) instanceof ObjectNode tree
                && tree.path("resourceType").asText().equals("AdverseEvent")) {
            structure.check(tree, faults);
        }
        if (faults.all().size() == before) {
            collector.faults().stream().distinct().forEach(faults::add);
        }
    }
}
