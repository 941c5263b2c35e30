package org.notificationhub.intake.notification;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.http.Trace;

/**
 * A notification that has been checked and waits to be stored.
 *
 * @param idempotency null where the sender gave no key: the reference is one
 */
record Submission(
        UUID id,
        UUID eventId,
        Instant receivedAt,
        String actor,
        NotificationContent content,
        ContentHash hash,
        IdempotencyKey idempotency,
        Trace trace) {

    static Submission of(
            NotificationContent content,
            ContentHash hash,
            IdempotencyKey idempotency,
            String actor,
            Trace trace,
            Instant receivedAt) {
        return new Submission(Ids.next(), Ids.next(), receivedAt, actor, content, hash, idempotency, trace);
    }
}
