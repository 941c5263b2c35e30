package org.notificationhub.maternity.catalogue;

/**
 * How sure we are of a fact. {@code HIGH}: read on its publisher's own page. {@code MEDIUM}: a reputable second hand, or
 * only part of the page could be read. {@code LOW}: one weak source. {@code UNCHECKED}: general knowledge, not read again.
 */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    UNCHECKED
}
