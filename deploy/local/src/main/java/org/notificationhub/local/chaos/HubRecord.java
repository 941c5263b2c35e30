package org.notificationhub.local.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the hub's databases say, by notification id.
 *
 * @param shown intake's
 * @param routed routing's
 * @param exposures versions that the radiation figures know
 */
record HubRecord(Map<String, Shown> shown, Map<String, Routed> routed, Map<String, Set<Integer>> exposures) {

    /**
     * @param revision up to which intake has heard from routing
     * @param duties status by authority
     * @param deliveries status of the newest by authority
     * @param unknownTo authorities of whom it was once said that nobody knows whether they took it
     */
    record Shown(
            String reference,
            String status,
            long revision,
            Set<Integer> versions,
            Map<String, String> duties,
            Map<String, String> deliveries,
            Set<String> unknownTo) {}

    /** @param decided the version of every decision there is */
    record Routed(
            int version,
            boolean isWithdrawn,
            long revision,
            List<Integer> decided,
            Map<String, String> duties,
            List<Sent> deliveries) {}

    /**
     * One delivery.
     *
     * @param id the request id under which the authority gets it
     * @param outcomes of its attempts; an answer that came after all stands in the place of none
     */
    record Sent(
            String id, int version, Authority authority, boolean isWithdrawal, String status, Set<String> outcomes) {

        boolean isAccepted() {
            return status.equals("ACCEPTED");
        }
    }
}
