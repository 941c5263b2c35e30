package org.notificationhub.local.chaos;

import java.time.Instant;

/**
 * A request that reached a regulator.
 *
 * @param number in order of arrival
 * @param version that its content says; 0 where it has none
 * @param requestId under which the hub sent it: that of its delivery
 * @param hasEffect whether the regulator took it, and not as a repeat
 * @param answered its HTTP status; 0 where there was no answer
 */
record Arrival(
        long number,
        Authority authority,
        String reference,
        int version,
        boolean isWithdrawal,
        String requestId,
        boolean hasEffect,
        int answered,
        Instant at) {

    boolean isRefused() {
        return !hasEffect && answered / 100 == 4 && answered != 429;
    }
}
