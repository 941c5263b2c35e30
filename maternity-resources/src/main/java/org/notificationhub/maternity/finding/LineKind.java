package org.notificationhub.maternity.finding;

/** What a line of a resource is. */
public enum LineKind {
    CONTEXT,
    GOOD_PRACTICE,
    QUESTION,
    EXAMPLE
}
