package org.notificationhub.irmer.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Count;
import org.notificationhub.irmer.count.Dimension;

/**
 * What a year's notifications say together, as known at a time. The unit is the notification, however many people it
 * tells of. Follow-up reports and test data are no part of it.
 *
 * @param asOf what had not been recorded by then is left out
 * @param total all that stand, the unclassified among them
 * @param modalities all of them, in the order of CQC's reports
 * @param unclassified those that stand without a modality we know
 * @param withdrawn those that were taken back; in no other number
 */
public record AnnualReport(
        ReportingYear year, Instant asOf, int total, List<ModalityShare> modalities, int unclassified, int withdrawn) {

    public static AnnualReport of(ReportingYear year, Instant asOf, List<Count> counts) {
        var total = sum(counts, each -> each.dimension() == Dimension.COUNTED);
        return new AnnualReport(
                year,
                asOf,
                total,
                Arrays.stream(Modality.values())
                        .map(modality -> ModalityShare.of(modality, counted(counts, modality.name()), total))
                        .toList(),
                counted(counts, Cell.NOT_KNOWN),
                sum(counts, each -> each.dimension() == Dimension.LEFT_OUT && "WITHDRAWN".equals(each.step(1))));
    }

    private static int counted(List<Count> counts, String modality) {
        return sum(
                counts,
                each -> each.dimension() == Dimension.COUNTED && each.modality().equals(modality));
    }

    private static int sum(List<Count> counts, Predicate<Cell> which) {
        return counts.stream()
                .filter(count -> which.test(count.cell()))
                .mapToInt(Count::total)
                .sum();
    }
}
