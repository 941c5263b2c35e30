package org.notificationhub.irmer.provider;

/** How a provider's count stands to what its activity lets one expect. */
public enum Mark {
    /** Expected to notify, and notified nothing. */
    ZERO,
    LOW,
    AS_EXPECTED,
    HIGH,
    /** How much was done is not known, or was nothing: nothing can be expected. */
    NO_ACTIVITY
}
