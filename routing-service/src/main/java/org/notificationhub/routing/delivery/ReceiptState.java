package org.notificationhub.routing.delivery;

/** How far LfPSE is with a record. */
public enum ReceiptState {
    SENT,
    RECEIVED,
    REJECTED,
    WITHDRAWN,
    ACCEPTED,
    AMENDED;

    /** The record is there, as LfPSE took it. */
    public boolean stands() {
        return this == ACCEPTED || this == AMENDED;
    }

    boolean hasFailed() {
        return this == REJECTED || this == WITHDRAWN;
    }
}
