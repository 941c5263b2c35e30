package org.notificationhub.local.chaos;

/** The regulators whose stand-ins are part of a chaos run. */
enum Authority {
    CQC,
    LFPSE
}
