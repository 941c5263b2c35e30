package org.notificationhub.lfpse;

/** How a release of FHIR writes an AdverseEvent, as against R4, which is what the library reads here. */
interface FhirShape {

    /** @param faults gets what R4 has no place for, and what this release does not know */
    String toR4(String json, Faults faults);

    String fromR4(String json);

    /** What this release calls an element of R4. */
    String name(String resource, String element);

    static FhirShape of(Taxonomy taxonomy) {
        return switch (taxonomy.version().fhir()) {
            case R4 -> new R4Shape();
            case STU3 -> new Stu3Shape(taxonomy);
        };
    }
}
