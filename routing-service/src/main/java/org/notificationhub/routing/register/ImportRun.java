package org.notificationhub.routing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.notificationhub.routing.register.ProviderVersions.Counts;
import org.notificationhub.routing.register.RefusedRow.Reason;
import org.notificationhub.routing.register.RegisterRow.Marks;
import org.notificationhub.routing.rule.ProviderClasses;

/** One import under way. It remembers each provider's marks, never a row. */
final class ImportRun {

    private static final int ROWS_A_STATEMENT = 1000;
    private static final int ROWS_A_REPORT = 5000;
    private static final int MOST_NAMED = 1000;

    private final UUID snapshot;
    private final LocalDate asOf;
    private final ProviderVersions.Writer writer;
    private final ProviderClasses classes;
    private final IntConsumer progress;
    private final Map<String, Marks> seen = new HashMap<>();
    private final List<RegisterRow> waiting = new ArrayList<>();
    private final List<RefusedRow> refusals = new ArrayList<>();
    private final List<String> mismatched = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private int read;
    private int refused;
    private int mismatches;

    ImportRun(
            UUID snapshot,
            LocalDate asOf,
            ProviderVersions.Writer writer,
            ProviderClasses classes,
            IntConsumer progress) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.writer = writer;
        this.classes = classes;
        this.progress = progress;
    }

    void take(RegisterRow row) {
        row.fault().ifPresentOrElse(fault -> refuse(row, fault), () -> takeProvider(row));
        if (++read % ROWS_A_REPORT == 0) {
            progress.accept(read);
        }
    }

    int read() {
        return read;
    }

    ImportSummary done() {
        write();
        return new ImportSummary(
                snapshot,
                asOf,
                read,
                seen.size(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                refused,
                mismatches,
                refusals,
                mismatched);
    }

    private void takeProvider(RegisterRow row) {
        var earlier = seen.putIfAbsent(row.providerId(), row.marks());
        if (earlier == null) {
            noteContradiction(row);
            waiting.add(row);
        } else if (!earlier.equals(row.marks())) {
            refuse(row, Reason.CONTRADICTS_EARLIER_ROW);
        }
        if (waiting.size() == ROWS_A_STATEMENT) {
            write();
        }
    }

    private void noteContradiction(RegisterRow row) {
        if (classes.read(row.ownership(), row.sector()).contradictory() && mismatches++ < MOST_NAMED) {
            mismatched.add(row.providerId());
        }
    }

    private void refuse(RegisterRow row, Reason reason) {
        if (refused++ < MOST_NAMED) {
            refusals.add(new RefusedRow(row.number(), reason));
        }
    }

    private void write() {
        counts = counts.plus(writer.write(waiting));
        waiting.clear();
    }
}
