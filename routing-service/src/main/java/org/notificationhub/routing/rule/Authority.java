package org.notificationhub.routing.rule;

/** Who must or may be told. {@code LFPSE} is NHS England, through its Learn from Patient Safety Events service. */
public enum Authority {
    CQC,
    LFPSE
}
