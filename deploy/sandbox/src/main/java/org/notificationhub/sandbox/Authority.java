package org.notificationhub.sandbox;

/** The regulators that the sandbox stands in for. */
public enum Authority {
    CQC,
    LFPSE
}
