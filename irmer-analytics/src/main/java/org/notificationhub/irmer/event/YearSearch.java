package org.notificationhub.irmer.event;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * How the events of one year are found. Of cells that many are in, a walk through the year in the order of ids soon meets
 * enough of them; of those that few are in, the index of cells has them all. The kept totals say which is less work: the
 * planner would guess, and takes the years for evenly mixed when they lie one after the other.
 *
 * @param cells for each condition those of which the event must be in one
 * @param asOf null for what counts now
 */
record YearSearch(ReportingYear year, List<List<KeptCell>> cells, Instant asOf, boolean isForFew) {

    /** The planner cannot see through the case, or it would rather sort the whole year first. */
    private static final String WALK = """
            (select notification_id, cells from counted
              where year = %d and notification_id > ? and %s and %s
              order by notification_id limit %d)""";

    private static final String NOW = "until = 'infinity'";
    private static final String THEN = "since <= ? and until > ?";
    private static final String MET = "case when cells && '{%s}' then true end";

    /** The offset keeps the planner from walking all the same. */
    private static final String FEW = """
            (select notification_id, cells from (
                select notification_id, cells from counted where until = 'infinity' and %s offset 0) few
              where notification_id > ? order by notification_id limit %d)""";

    private static final String IN = "cells && '{%s}'";

    /**
     * Empty where no event of the year can be meant.
     *
     * @param kept among others, all that the year's events are counted or left out in
     */
    static Optional<YearSearch> of(
            ReportingYear year, List<KeptCell> kept, EventFilter filter, Instant asOf, int atMost) {
        var ofYear =
                kept.stream().filter(each -> each.cell().year().equals(year)).toList();
        var cells = filter.conditions().stream()
                .map(condition -> ofYear.stream()
                        .filter(each -> filter.isAbout(each.cell()) && condition.holdsIn(each.cell()))
                        .filter(each -> asOf != null || each.total() > 0)
                        .toList())
                .toList();
        if (cells.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new YearSearch(year, cells, asOf, asOf == null && areFew(cells, ofYear, atMost)));
    }

    /** Walking meets one in {@code all / few}; the index of cells gives all of the few, and they are sorted for a page. */
    private static boolean areFew(List<List<KeptCell>> cells, List<KeptCell> ofYear, int atMost) {
        var few = cells.stream().mapToLong(YearSearch::total).min().orElseThrow();
        var all = total(ofYear.stream()
                .filter(each -> each.cell().dimension() == Dimension.COUNTED
                        || each.cell().dimension() == Dimension.LEFT_OUT)
                .toList());
        return few * few <= atMost * all;
    }

    /** The limit is written out, since the planner would take one that it cannot see for a tenth of everything. */
    String sql(int atMost) {
        return isForFew
                ? FEW.formatted(each(IN), atMost)
                : WALK.formatted(year.startYear(), asOf == null ? NOW : THEN, each(MET), atMost);
    }

    /** What the question marks of the statement stand for. */
    List<Object> values(UUID after) {
        if (asOf == null) {
            return List.of(after);
        }
        var then = asOf.atOffset(ZoneOffset.UTC);
        return List.of(after, then, then);
    }

    private String each(String condition) {
        return cells.stream()
                .map(set -> condition.formatted(
                        set.stream().map(kept -> Integer.toString(kept.id())).collect(joining(","))))
                .collect(joining(" and "));
    }

    private static long total(List<KeptCell> cells) {
        return cells.stream().mapToLong(KeptCell::total).sum();
    }
}
