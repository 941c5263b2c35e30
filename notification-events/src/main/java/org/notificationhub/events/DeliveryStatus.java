package org.notificationhub.events;

/**
 * {@code REJECTED}: the authority said no to the content. {@code UNKNOWN}: it was sent and nothing came back.
 * {@code PARKED}: attempts are used up and a person can replay it.
 */
public enum DeliveryStatus {
    SCHEDULED,
    SENDING,
    ACCEPTED,
    REJECTED,
    UNKNOWN,
    PARKED,
    AWAITING_MANUAL,
    CANCELLED
}
