package org.notificationhub.irmer.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.count.Dimension;

/**
 * What a year's notifications say together, as known at a time. The unit is the notification, however many people it
 * tells of. Follow-up reports are no part of it.
 *
 * @param asOf what had not been recorded by then is left out
 * @param total all that are counted, the unclassified among them
 * @param modalities all of them, in the order of CQC's reports
 * @param unclassified those that are counted without a modality we know
 * @param awaitingClassification those that are counted and not reviewed yet
 * @param possibleDuplicates those that are counted though another provider told of what looks like the same incident
 * @param leftOut those that are in no other number
 */
public record AnnualReport(
        ReportingYear year,
        Instant asOf,
        int total,
        List<ModalityShare> modalities,
        int unclassified,
        int awaitingClassification,
        int possibleDuplicates,
        Map<LeftOut, Integer> leftOut) {

    /** Why a notification is in no other number. */
    public enum LeftOut {
        WITHDRAWN("Taken back by the sender"),
        TEST("Marked as test data"),
        OUTSIDE_ENGLAND("Of a site outside England");

        private final String label;

        LeftOut(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static AnnualReport of(YearCounts counts, List<Activity> activities, Instant asOf) {
        return new AnnualReport(
                counts.year(),
                asOf,
                counts.counted(Scope.ALL),
                Arrays.stream(Modality.values())
                        .map(modality -> ModalityShare.of(modality, counts, activities))
                        .toList(),
                counts.counted(Scope.NOT_KNOWN),
                counts.unknown(Dimension.TIER, Scope.ALL),
                counts.sum(Dimension.POSSIBLE_DUPLICATE, Scope.ALL, cell -> true),
                leftOut(counts));
    }

    public int withdrawn() {
        return leftOut.get(LeftOut.WITHDRAWN);
    }

    /** While it can still change without anybody revising what was said. */
    public boolean isProvisional() {
        return asOf.isBefore(year.ends()) || awaitingClassification > 0;
    }

    private static Map<LeftOut, Integer> leftOut(YearCounts counts) {
        var byReason = counts.byStep(Dimension.LEFT_OUT, Scope.ALL);
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        for (var reason : LeftOut.values()) {
            leftOut.put(reason, byReason.getOrDefault(reason.name(), 0));
        }
        return leftOut;
    }
}
