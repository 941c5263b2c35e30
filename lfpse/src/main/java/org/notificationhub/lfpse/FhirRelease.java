package org.notificationhub.lfpse;

/** The releases of FHIR that LfPSE's taxonomy has been written in. */
public enum FhirRelease {
    R4,
    STU3
}
