package org.notificationhub.irmer.difference;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.report.ReportingYear;

/** What became of a notification between two times, as far as one year's counts show it. */
enum Change {
    /** Counted now and not before: notified, or moved into the year. */
    ADDED,
    /** Taken back by who had sent it. */
    WITHDRAWN,
    /** Not counted any more for another reason: it is of another year, a test, or from outside England. */
    LEFT_OUT,
    /** Counted before and now, under another modality, sub-modality, tier, code, factor or kind of organisation. */
    RECLASSIFIED,
    /** Otherwise the same: its report came in, or another provider told of the same. */
    FOLLOWED_UP,
    /** The year's counts do not show it. */
    NONE;

    private static final Set<Dimension> CLASSES = Set.of(
            Dimension.COUNTED,
            Dimension.SUB_MODALITY,
            Dimension.TIER,
            Dimension.CODE,
            Dimension.COMPLEMENTARY_CODE,
            Dimension.FACTOR);

    /** @param before the cells it counted in, of this and other years */
    static Change of(Collection<Cell> before, Collection<Cell> after, ReportingYear year) {
        var was = of(before, year);
        var is = of(after, year);
        if (!isCounted(was)) {
            return isCounted(is) ? ADDED : NONE;
        }
        if (!isCounted(is)) {
            return is.stream().anyMatch(cell -> "WITHDRAWN".equals(cell.step(1))) ? WITHDRAWN : LEFT_OUT;
        }
        if (was.equals(is)) {
            return NONE;
        }
        return classes(was).equals(classes(is)) ? FOLLOWED_UP : RECLASSIFIED;
    }

    /** The modality in which it counts, or is left out, in the year; null where it does neither. */
    static String modality(Collection<Cell> cells, ReportingYear year) {
        return of(cells, year).stream().findFirst().map(Cell::modality).orElse(null);
    }

    private static Set<Cell> of(Collection<Cell> cells, ReportingYear year) {
        return cells.stream().filter(cell -> cell.year().equals(year)).collect(Collectors.toSet());
    }

    private static boolean isCounted(Set<Cell> cells) {
        return cells.stream().anyMatch(cell -> cell.dimension() == Dimension.COUNTED);
    }

    private static Set<Cell> classes(Set<Cell> cells) {
        return cells.stream().filter(cell -> CLASSES.contains(cell.dimension())).collect(Collectors.toSet());
    }
}
