package org.notificationhub.irmer.classification;

import java.util.Optional;
import java.util.UUID;
import org.notificationhub.http.Refusal;

/**
 * What somebody wants to say about one exposure.
 *
 * @param notificationId null where {@code reference} says which one
 * @param reference null where {@code notificationId} does
 * @param condition must not object, or nothing is changed
 */
public record Review(UUID notificationId, Reference reference, Classification said, Condition condition) {

    /** Of any state the notification may be in. */
    public static Review of(UUID notificationId, Classification said) {
        return new Review(notificationId, null, said, Condition.NONE);
    }

    public static Review of(Reference reference, Classification said) {
        return new Review(null, reference, said, Condition.NONE);
    }

    /** What a sender calls its notification. */
    public record Reference(String provider, String reference) {}

    public interface Condition {

        Condition NONE = current -> Optional.empty();

        /** @param current null before the first classification */
        Optional<Refusal> objection(Revision current);
    }
}
