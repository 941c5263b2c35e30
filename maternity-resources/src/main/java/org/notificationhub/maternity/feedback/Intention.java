package org.notificationhub.maternity.feedback;

/** What a reader will do with a resource. */
public enum Intention {
    SHARE,
    CHECK,
    PREPARE,
    CHANGE,
    NOTHING
}
