package org.notificationhub.irmer.count;

import static org.notificationhub.irmer.report.ReportingYear.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.notificationhub.irmer.exposure.KnownExposure;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * The cells that one exposure counts in. The unit is the notification, however many people it tells of; it belongs to the
 * year of the day in London on which CQC was notified. CQC publishes no rule for what was withdrawn; leaving it out is ours.
 */
final class Contribution {

    /** CQC's guidance: notify no later than two weeks after discovery, and report no later than twelve. */
    private static final Period TO_NOTIFY = Period.ofWeeks(2);

    private static final Period TO_REPORT = Period.ofWeeks(12);

    private final KnownExposure exposure;
    private final ReportingYear year;
    private final String modality;
    private final List<Cell> cells = new ArrayList<>();

    private Contribution(KnownExposure exposure) {
        this.exposure = exposure;
        this.year = ReportingYear.of(exposure.notifiedAt());
        this.modality = Objects.requireNonNullElse(exposure.modality(), Cell.NOT_KNOWN);
    }

    /** Each cell once; none while nobody can say when CQC was notified. */
    static List<Cell> of(KnownExposure exposure) {
        if (exposure.notifiedAt() == null) {
            return List.of();
        }
        var contribution = new Contribution(exposure);
        contribution.count();
        return contribution.cells;
    }

    private void count() {
        var leftOut = leftOut();
        if (leftOut != null) {
            add(Dimension.LEFT_OUT, leftOut);
            return;
        }
        add(Dimension.COUNTED, Objects.requireNonNullElse(exposure.organisationType(), "NOT_STATED"));
        add(Dimension.SUB_MODALITY, firstOf(exposure.reviewedSubModality(), exposure.subModality()));
        add(Dimension.TIER, exposure.tiers().toArray(String[]::new));
        add(Dimension.CODE, exposure.code());
        exposure.complementary().forEach(code -> add(Dimension.COMPLEMENTARY_CODE, code));
        factors();
        add(Dimension.NOTIFIED, inTime(exposure.notifiedAt(), TO_NOTIFY));
        reported();
        add(Dimension.PROVIDER, exposure.providerId());
        if (exposure.hasTwin()) {
            add(Dimension.POSSIBLE_DUPLICATE);
        }
    }

    private String leftOut() {
        if (exposure.test()) {
            return "TEST";
        }
        if (exposure.country() != null) {
            return "OUTSIDE_ENGLAND";
        }
        return exposure.withdrawn() ? "WITHDRAWN" : null;
    }

    private void factors() {
        var isConfirmed = exposure.confirmed() != null;
        var factors = isConfirmed ? exposure.confirmed() : exposure.stated();
        if (factors.isEmpty()) {
            add(Dimension.FACTOR);
        }
        factors.forEach(factor -> add(Dimension.FACTOR, factor, isConfirmed ? "CONFIRMED" : "STATED"));
    }

    private void reported() {
        if (exposure.reportedAt() == null && exposure.discoveredAt() != null) {
            add(Dimension.REPORTED, "AWAITED", due(TO_REPORT).toString());
        } else {
            add(Dimension.REPORTED, inTime(exposure.reportedAt(), TO_REPORT));
        }
    }

    private String inTime(Instant done, Period allowed) {
        if (exposure.discoveredAt() == null || done == null) {
            return "NOT_KNOWN";
        }
        return day(done).isAfter(due(allowed)) ? "LATE" : "IN_TIME";
    }

    private LocalDate due(Period allowed) {
        return day(exposure.discoveredAt()).plus(allowed);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    private static String firstOf(String first, String second) {
        return first == null ? second : first;
    }

    /** The path ends at the first step that is null. */
    private void add(Dimension dimension, String... steps) {
        var path = new ArrayList<String>();
        path.add(modality);
        for (var place = 0; place < steps.length && steps[place] != null; place++) {
            path.add(steps[place]);
        }
        cells.add(new Cell(year, dimension, path));
    }
}
