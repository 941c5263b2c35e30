package org.notificationhub.criteria;

import java.time.LocalDate;
import java.util.Set;

/**
 * Where and when a row holds.
 *
 * @param from null where its beginning is not held
 * @param to its last day; null while it lasts
 */
record InForce(Set<Country> countries, LocalDate from, LocalDate to) {

    InForce {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    boolean in(Country country, LocalDate day) {
        return countries.contains(country) && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** On any day of a period. */
    boolean in(Country country, LocalDate first, LocalDate last) {
        return countries.contains(country)
                && (from == null || !last.isBefore(from))
                && (to == null || !first.isAfter(to));
    }
}
