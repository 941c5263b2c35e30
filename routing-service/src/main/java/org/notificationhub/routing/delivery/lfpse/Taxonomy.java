package org.notificationhub.routing.delivery.lfpse;

/** Names of LfPSE's taxonomy, version 6. */
final class Taxonomy {

    private static final String BASE =
            "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/";

    static final String PROFILE = url("patient-safety-adverse-event");

    private Taxonomy() {}

    static String url(String name) {
        return BASE + name + "-6";
    }
}
