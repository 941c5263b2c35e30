package org.notificationhub.maternity.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What CQC's national review of maternity services published, with earlier points to compare.
 *
 * @param notes what a reader must know before comparing or adding up
 * @param series oldest first
 */
public record ReviewFigures(
        String dataset,
        String title,
        LocalDate published,
        String source,
        Inspections inspections,
        List<Count> counts,
        List<Series> series,
        List<String> notes) {

    public ReviewFigures {
        counts = Lists.orEmpty(counts);
        series = Lists.orEmpty(series);
        notes = Lists.orEmpty(notes);
    }

    /**
     * @param from first month, {@code YYYY-MM}
     * @param to last month, {@code YYYY-MM}
     */
    public record Inspections(
            String from, String to, int locations, int trusts, String scope, List<KeyQuestion> keyQuestions) {}

    /** A number of {@code unit}. */
    public record Count(String measure, int value, String unit) {}

    /** Shares published together. {@code scope} says of what: series of different scope are not one trend. */
    public record Series(
            String id,
            String period,
            LocalDate published,
            String scope,
            String source,
            Confidence confidence,
            List<Share> shares) {}

    /**
     * One published share.
     *
     * @param percent as published, never computed; null where only words or a count were published
     * @param count services, where published
     * @param asPublished the words of the source in short
     */
    public record Share(Measure measure, Rating rating, Integer percent, Integer count, String asPublished) {}

    public enum Measure {
        OVERALL,
        SAFE,
        WELL_LED
    }

    public enum Rating {
        OUTSTANDING,
        GOOD,
        REQUIRES_IMPROVEMENT,
        INADEQUATE
    }
}
