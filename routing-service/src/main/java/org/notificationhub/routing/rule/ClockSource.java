package org.notificationhub.routing.rule;

/** Who set a limit. */
public enum ClockSource {
    STATUTE,
    CQC_GUIDANCE,
    OWN_TARGET
}
