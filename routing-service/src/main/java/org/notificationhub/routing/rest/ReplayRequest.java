package org.notificationhub.routing.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.replay.ReplayOrder;
import org.notificationhub.routing.replay.ReplayOrder.Rules;

/**
 * What is to be tried again.
 *
 * @param filter with a state, or with ids, of which at most 1000
 * @param reason what was mended, without names
 * @param rules {@code ORIGINAL}: by the decision as it was made; {@code CURRENT}: decided anew by the table in use
 * @param acceptTellingTwice true where attempts went unanswered and LfPSE may have some of them already
 * @param preview true says what would be done, and does nothing
 */
public record ReplayRequest(
        @Schema(required = true) DeliveryFilter filter,

        @Schema(minLength = GivenReason.SHORTEST, maxLength = GivenReason.LONGEST, required = true)
        String reason,

        @Schema(defaultValue = "ORIGINAL") Rules rules,
        @Schema(defaultValue = "false") boolean acceptTellingTwice,
        @Schema(defaultValue = "true") Boolean preview) {

    private static final int MOST_IDS = 1000;
    private static final Set<DeliveryStatus> STOPPED =
            Set.of(DeliveryStatus.PARKED, DeliveryStatus.REJECTED, DeliveryStatus.UNKNOWN);

    boolean isPreview() {
        return preview == null || preview;
    }

    ReplayOrder order() {
        var faults = faults();
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return new ReplayOrder(
                filter,
                rules == null ? Rules.ORIGINAL : rules,
                GivenReason.checked(reason, "Say why they are tried again"),
                acceptTellingTwice);
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (filter == null || filter.state() == null && filter.ids() == null) {
            faults.add(new Fault("/filter", "REQUIRED", "Give the state of those you mean, or their ids"));
            return faults;
        }
        if (filter.state() != null && !STOPPED.contains(filter.state())) {
            faults.add(new Fault("/filter/state", "NOT_A_CODE", "Use PARKED, REJECTED or UNKNOWN"));
        }
        if (filter.ids() != null && (filter.ids().isEmpty() || filter.ids().size() > MOST_IDS)) {
            faults.add(new Fault("/filter/ids", "OUT_OF_RANGE", "Give 1 to " + MOST_IDS + " ids"));
        }
        if (filter.ids() != null && filter.ids().contains(null)) {
            faults.add(new Fault("/filter/ids", "WRONG_TYPE", "Give ids only"));
        }
        return faults;
    }
}
