package org.notificationhub.local.chaos;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a sender was told of one report: that so many versions of it are stored durably.
 *
 * @param id by which the hub knows it
 * @param isWithdrawn whether the last of the versions took it back
 */
record Told(Report report, String id, int versions, boolean isWithdrawn) {

    Told amended(int version) {
        return new Told(report, id, version, false);
    }

    Told withdrawn(int version) {
        return new Told(report, id, version, true);
    }

    /** The last version with content. */
    int current() {
        return isWithdrawn ? versions - 1 : versions;
    }

    /** Those that say something of the event. */
    Stream<Integer> contents() {
        return IntStream.rangeClosed(1, current()).boxed();
    }
}
