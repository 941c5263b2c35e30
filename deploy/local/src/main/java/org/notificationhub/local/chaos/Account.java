package org.notificationhub.local.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of comparing one notification on all three sides.
 *
 * @param explainedDoubles what LfPSE took twice because an answer got lost
 * @param refused deliveries that were refused while their authority had been told to refuse
 */
record Account(List<Disagreement> disagreements, int explainedDoubles, long refused) {

    /** Of what is lost there is nothing more to compare. */
    static Account of(Traces traces) {
        var hub = new InTheHub(traces);
        var lost = hub.lost();
        if (lost.isPresent()) {
            return new Account(List.of(lost.get()), 0, 0);
        }
        var authorities = new AtTheAuthorities(traces);
        var disagreements = new ArrayList<>(hub.disagreements());
        disagreements.addAll(authorities.disagreements());
        return new Account(
                disagreements,
                authorities.explainedDoubles(),
                traces.routed().deliveries().stream().filter(traces::isRefused).count());
    }
}
