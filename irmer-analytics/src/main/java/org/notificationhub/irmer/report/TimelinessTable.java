package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** Whether CQC was told, and the investigation reported, in the time that CQC's guidance gives. */
final class TimelinessTable {

    private static final String IN_TIME = "IN_TIME";
    private static final String LATE = "LATE";
    private static final String AWAITED = "AWAITED";

    private static final List<Column> COLUMNS = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.code("step", "Step code"),
            Column.label("stepLabel", "Step"),
            Column.count("inTime", "In time"),
            Column.count("late", "Late"),
            Column.count("overdue", "Awaited and overdue"),
            Column.count("notYetDue", "Awaited and not yet due"),
            Column.count("notKnown", "Not known"),
            Column.percent("percentInTime", "Share in time, of those known"));

    private enum Step {
        NOTIFIED(Dimension.NOTIFIED, "Notified within 2 weeks of discovery"),
        REPORTED(Dimension.REPORTED, "Investigation reported within 12 weeks of discovery");

        private final Dimension dimension;
        private final String label;

        Step(Dimension dimension, String label) {
            this.dimension = dimension;
            this.label = label;
        }
    }

    private record Times(int inTime, int late, int overdue, int notYetDue, int notKnown) {

        /** What is awaited past its time is known to be not in time. */
        int known() {
            return inTime + late + overdue;
        }

        boolean isEmpty() {
            return known() + notYetDue + notKnown == 0;
        }

        Integer percentInTime() {
            return Rounding.percent(inTime, known());
        }
    }

    private TimelinessTable() {}

    static FigureTable of(AnnualTables tables) {
        var rows = new ArrayList<List<Value>>();
        for (var scope : Scope.allAndModalities(tables.counts())) {
            for (var step : Step.values()) {
                rows.add(row(scope, step, times(tables, scope, step)));
            }
        }
        return new FigureTable(
                "timeliness",
                "Whether limits of time were kept, %s".formatted(tables.year()),
                finding(tables),
                COLUMNS,
                rows,
                Notes.of(
                                Rounding.NEAREST,
                                "CQC's guidance gives 2 weeks to notify and 12 weeks to report the investigation, both from"
                                        + " the day of discovery, in days in London; the last day is in time.",
                                "The share is of those of which it is known whether they were in time: what is awaited and"
                                        + " overdue is not; what is not yet due, or whose discovery is not stated, is left"
                                        + " out of it.",
                                "Whether a report is overdue is judged on the day in London of the as-at time.")
                        .provisional(tables.report(), false)
                        .all());
    }

    private static Times times(AnnualTables tables, Scope scope, Step step) {
        var today = tables.asOf().atZone(ReportingYear.LONDON).toLocalDate();
        return new Times(
                sum(tables, scope, step, cell -> IN_TIME.equals(cell.step(1))),
                sum(tables, scope, step, cell -> LATE.equals(cell.step(1))),
                sum(tables, scope, step, cell -> isAwaited(cell) && due(cell).isBefore(today)),
                sum(tables, scope, step, cell -> isAwaited(cell) && !due(cell).isBefore(today)),
                tables.counts().unknown(step.dimension, scope));
    }

    private static int sum(AnnualTables tables, Scope scope, Step step, Predicate<Cell> which) {
        return tables.counts().sum(step.dimension, scope, which);
    }

    private static boolean isAwaited(Cell cell) {
        return AWAITED.equals(cell.step(1));
    }

    private static LocalDate due(Cell cell) {
        return LocalDate.parse(cell.step(2));
    }

    private static List<Value> row(Scope scope, Step step, Times times) {
        var awaits = step == Step.REPORTED;
        var row = new ArrayList<>(scope.values());
        row.add(Value.of(step.name()));
        row.add(Value.of(step.label));
        row.add(Value.of(times.inTime()));
        row.add(Value.of(times.late()));
        row.add(Value.orMissing(awaits ? times.overdue() : null, NOT_APPLICABLE));
        row.add(Value.orMissing(awaits ? times.notYetDue() : null, NOT_APPLICABLE));
        row.add(Value.of(times.notKnown()));
        row.add(Value.orMissing(times.percentInTime(), times.isEmpty() ? NOT_APPLICABLE : NOT_AVAILABLE));
        return row;
    }

    private static String finding(AnnualTables tables) {
        var notified = times(tables, Scope.ALL, Step.NOTIFIED);
        var reported = times(tables, Scope.ALL, Step.REPORTED);
        if (notified.known() == 0 && reported.known() == 0) {
            return "Of no notification in %s is it known whether it was in time.".formatted(tables.year());
        }
        return share("notified within 2 weeks", notified) + " "
                + share("reported as investigated within 12 weeks", reported);
    }

    private static String share(String step, Times times) {
        return times.known() == 0
                ? "Of none is it known whether it was %s.".formatted(step)
                : "%d%% were %s (%,d of %,d known)."
                        .formatted(times.percentInTime(), step, times.inTime(), times.known());
    }
}
