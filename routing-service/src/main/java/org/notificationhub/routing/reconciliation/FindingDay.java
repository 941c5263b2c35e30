package org.notificationhub.routing.reconciliation;

import java.time.LocalDate;

/**
 * How many findings of a kind there were on a London day.
 *
 * @param open at the last look of the day
 * @param opened on the day
 */
public record FindingDay(LocalDate day, FindingKind kind, int open, int opened) {}
