package org.notificationhub.intake.webhook;

/** Why nothing is sent to a webhook until its subscriber resumes it. */
public enum SuspensionReason {
    /** The receiver answered 410. */
    GONE,

    /** Nothing was taken for as long as the hub keeps trying. */
    FAILED_TOO_LONG
}
