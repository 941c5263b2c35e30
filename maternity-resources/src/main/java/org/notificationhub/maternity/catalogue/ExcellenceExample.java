package org.notificationhub.maternity.catalogue;

import java.time.LocalDate;

/**
 * What a public source described on a day. It rates nobody today.
 *
 * @param result what came of it, where the source says
 * @param dateOfFact a year, a month or a day: {@code 2024}, {@code 2023-07}, {@code 2023-09-28}
 * @param source address of the public source
 * @param reviewBy the day from which it counts as an older example
 */
public record ExcellenceExample(
        String anchor,
        String organisation,
        String site,
        String what,
        String result,
        String dateOfFact,
        String source,
        SourceKind sourceKind,
        Confidence confidence,
        LocalDate reviewBy) {

    /** Who is speaking. A trust's account of itself is not an inspector's. */
    public enum SourceKind {
        REGULATOR,
        OWN_STATEMENT,
        STUDY,
        PARLIAMENT
    }
}
