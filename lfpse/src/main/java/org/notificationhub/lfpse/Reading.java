package org.notificationhub.lfpse;

import java.util.List;

/**
 * What could be read from a resource.
 *
 * @param event null where there is nothing an event could be read from
 * @param id the resource's own; null where it has none
 * @param faults of the resource as such; whether the answers keep the rules is for {@link Lfpse#check}
 */
public record Reading(LfpseEvent event, String id, List<Fault> faults) {}
