package org.notificationhub.lfpse;

/** The kinds of event LfPSE records. Which code each has is configuration: two of the four are not confirmed. */
public enum EventType {
    INCIDENT,
    RISK,
    OUTCOME,
    GOOD_CARE
}
