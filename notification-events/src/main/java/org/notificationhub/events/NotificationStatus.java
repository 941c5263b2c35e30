package org.notificationhub.events;

/** What the sender sees. {@code ACTION_REQUIRED}: a person must do something before the duty can be met. */
public enum NotificationStatus {
    ACCEPTED,
    ROUTED,
    IN_PROGRESS,
    DISCHARGED,
    NOT_REQUIRED,
    ACTION_REQUIRED,
    WITHDRAWN
}
