package org.notificationhub.criteria;

import java.time.LocalDate;

/**
 * An exposure to be held against the criteria.
 *
 * @param on the day, in London, whose criteria apply
 */
public record Exposure(LocalDate on, Country country, Facts facts) {}
