package org.notificationhub.intake.guidance;

import java.time.LocalDate;
import java.util.List;

/**
 * What helps after some types of notification.
 *
 * @param when name of a condition, or null where the type is enough
 * @param from first day on which it is given
 * @param until last day, or null
 */
record Advice(List<String> types, String when, LocalDate from, LocalDate until, List<Link> links) {

    /** One of {@code catalogue} and {@code analytics}, paths in the hub, or {@code url} with the {@code publisher} of it. */
    record Link(String title, String catalogue, String analytics, String url, String publisher) {}

    boolean isGivenOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
