package org.notificationhub.local.chaos;

import static org.notificationhub.local.chaos.Authority.CQC;
import static org.notificationhub.local.chaos.Authority.LFPSE;

import java.util.List;
import java.util.Set;

/**
 * What is reported in a chaos run, and who must be told of it where every authority accepts. This was written down from
 * SI 2009/3112 and not asked of the hub, so that the hub's decision is not its own only witness.
 */
enum Kind {
    SERIOUS_INJURY(Set.of(LFPSE), Set.of(CQC), """
            {"injury": "FRACTURE"}"""),

    ABUSE_OR_ALLEGATION(Set.of(LFPSE), Set.of(CQC), """
            {"serviceUserIs": "BOTH", "kinds": ["PHYSICAL"], "alleged": false, "causedBy": "SERVICE_USER",
             "safeguardingReferral": true}"""),

    EVENT_STOPS_SERVICE(Set.of(LFPSE), Set.of(CQC), """
            {"cause": "DAMAGE_TO_PREMISES", "peopleAffected": 38}"""),

    /** A trust tells CQC in any case, and LfPSE because it is a safety incident as well. */
    DEATH_OF_DETAINED_PATIENT(Set.of(CQC, LFPSE), Set.of(CQC), """
            {"circumstances": "Found unresponsive at a check.", "section": "3", "liability": "DETAINED",
             "place": "THIS_LOCATION", "safetyIncident": true, "localReference": "LRMS-1"}"""),

    POLICE_INCIDENT(Set.of(), Set.of(CQC), """
            {"involvement": "REPORTED"}"""),

    INSOLVENCY(Set.of(), Set.of(CQC), """
            {"stage": "HAPPENED", "kind": "ADMINISTRATOR", "effectiveOn": "2025-03-03", "peopleAffected": 46}"""),

    STATEMENT_OF_PURPOSE_CHANGE(Set.of(CQC), Set.of(CQC), """
            {"revisedOn": "2025-03-03", "changedItems": ["AIMS_AND_OBJECTIVES"]}"""),

    IRMER_SAUE(Set.of(CQC), Set.of(CQC), """
            {"modality": "DIAGNOSTIC_IMAGING", "subModality": "CT", "saueCode": "2.4", "exposureKind": "UNINTENDED",
             "intendedDose_mSv": 12, "totalDose_mSv": 31.5, "adult": true, "peopleAffected": 1,
             "discoveredAt": "2025-03-03T10:00:00Z"}""");

    static final List<String> NHS_BODIES = List.of("RJ1", "RGT", "RDU", "RHU", "RNZ", "RYR");
    static final List<String> INDEPENDENT = List.of("1-101614751", "1-101648558", "1-8417079420");

    private final Set<Authority> toldByAnNhsBody;
    private final Set<Authority> toldByAnIndependent;
    private final String details;

    Kind(Set<Authority> toldByAnNhsBody, Set<Authority> toldByAnIndependent, String details) {
        this.toldByAnNhsBody = toldByAnNhsBody;
        this.toldByAnIndependent = toldByAnIndependent;
        this.details = details;
    }

    Set<Authority> told(String provider) {
        return NHS_BODIES.contains(provider) ? toldByAnNhsBody : toldByAnIndependent;
    }

    String details() {
        return details;
    }
}
