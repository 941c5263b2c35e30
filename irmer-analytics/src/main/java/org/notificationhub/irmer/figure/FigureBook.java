package org.notificationhub.irmer.figure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables that belong together, with what a reader must know to trust them.
 *
 * @param name for files: {@code irmer-notifications-england-2023-24}
 * @param period the year or years, as people write them
 * @param asOf what was recorded later is left out
 * @param version of the rules by which it was counted
 * @param countingRules what is counted and when, one sentence each
 * @param demonstration true where the events are not real
 */
public record FigureBook(
        String name,
        String title,
        String period,
        Instant asOf,
        String source,
        String version,
        List<String> countingRules,
        String contact,
        boolean demonstration,
        List<FigureTable> tables) {

    public FigureBook {
        countingRules = List.copyOf(countingRules);
        tables = List.copyOf(tables);
    }

    /** The same book with one table more, the last. */
    public FigureBook and(FigureTable more) {
        var all = Stream.concat(tables.stream(), Stream.of(more)).toList();
        return new FigureBook(name, title, period, asOf, source, version, countingRules, contact, demonstration, all);
    }
}
