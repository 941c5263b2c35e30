package org.notificationhub.intake.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.intake.status.Interest;

/**
 * A webhook that one replica sends to, and no other until its lease ends.
 *
 * @param lease nobody else's: whoever has lost it writes nothing
 * @param secrets sealed; each signs
 * @param position of the last change that was taken, or passed over
 * @param failures in a row, until now
 * @param failingSince null where the last attempt was taken
 */
record Turn(
        UUID webhook,
        UUID lease,
        URI url,
        Interest interest,
        List<byte[]> secrets,
        long position,
        int failures,
        Instant failingSince) {

    /** As it is once a message was taken. */
    Turn withoutFailures() {
        return new Turn(webhook, lease, url, interest, secrets, position, 0, null);
    }
}
