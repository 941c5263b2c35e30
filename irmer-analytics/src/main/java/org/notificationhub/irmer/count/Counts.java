package org.notificationhub.irmer.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Keeps the counts true to the facts. Both steps belong to one transaction, with the facts written between them. */
@ApplicationScoped
public class Counts {

    /** The advisory lock that a writer holds to its end. */
    static final int WRITERS = 8083;

    /** Waits for other writers; what is written until the transaction ends is recorded at the time returned. */
    public Instant open() {
        throw new UnsupportedOperationException();
    }

    /** Counts these notifications, exposures or reports, as the facts now are. */
    public void settle(Collection<UUID> changed, Instant recordedAt) {
        throw new UnsupportedOperationException();
    }
}
