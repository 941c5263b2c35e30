package org.notificationhub.events;

/** A duty is open until evidence discharges it. Being overdue is a fact of the clock, not a state. */
public enum DutyStatus {
    OPEN,
    DISCHARGED,
    NOT_REQUIRED,
    WITHDRAWN
}
