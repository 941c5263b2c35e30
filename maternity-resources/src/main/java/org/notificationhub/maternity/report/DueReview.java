package org.notificationhub.maternity.report;

import java.time.LocalDate;

/**
 * Something that has to be read again by a day.
 *
 * @param resource its slug, or that of the resource it is part of
 * @param place anchor of the example; empty where the whole resource is meant
 * @param due the day by which, or for an example from which it counts as an older one
 */
public record DueReview(Kind kind, String resource, String place, String title, LocalDate due) {

    public enum Kind {
        RESOURCE,
        EXAMPLE
    }
}
