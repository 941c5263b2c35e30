package org.notificationhub.irmer.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

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

    public static AnnualReport of(ReportingYear year, Instant asOf, List<Tally> tallies) {
        var total = sum(tallies, tally -> !tally.withdrawn());
        return new AnnualReport(
                year,
                asOf,
                total,
                Arrays.stream(Modality.values())
                        .map(modality -> ModalityShare.of(modality, standing(tallies, modality), total))
                        .toList(),
                standing(tallies, null),
                sum(tallies, Tally::withdrawn));
    }

    private static int standing(List<Tally> tallies, Modality modality) {
        return sum(tallies, tally -> !tally.withdrawn() && tally.modality() == modality);
    }

    private static int sum(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToInt(Tally::count).sum();
    }
}
