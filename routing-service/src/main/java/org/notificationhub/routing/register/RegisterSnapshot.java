package org.notificationhub.routing.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The register as a source had it on a day.
 *
 * @param importedBy the client that sent it
 * @param sha256 of the file; absent until it was read to its end
 */
public record RegisterSnapshot(
        UUID id,
        LocalDate asOf,
        RegisterSource source,
        Instant importedAt,
        String importedBy,
        State state,
        String sha256,
        int read,
        int added,
        int changed,
        int unchanged,
        int refused) {

    /** Only one that is {@code DONE} changed anything. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
