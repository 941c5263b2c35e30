package org.notificationhub.lfpse;

import java.util.List;

/**
 * What could be read from a resource.
 *
 * @param event null where there is nothing an event could be read from; with faults that refuse it, what is left of it
 * @param id the resource's own; null where it has none
 */
public record Reading(LfpseEvent event, String id, List<Fault> faults) {

    /** Whether LfPSE would refuse it. */
    public boolean isRefused() {
        return Fault.anyRefuses(faults);
    }
}
