package org.notificationhub.maternity.feedback;

/** Whether a resource was useful to a reader. */
public enum Useful {
    YES,
    PARTLY,
    NO
}
