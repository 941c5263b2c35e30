package org.notificationhub.routing.delivery;

import java.util.UUID;

/** What a version said is needed and has been erased. */
public final class PayloadErased extends RuntimeException {

    PayloadErased(UUID notificationId, int version) {
        super("What version " + version + " of notification " + notificationId + " said has been erased");
    }
}
