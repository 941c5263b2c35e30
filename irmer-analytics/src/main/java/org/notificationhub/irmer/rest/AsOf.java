package org.notificationhub.irmer.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.count.CountReader;

/** The time as known at which figures are asked for. */
@ApplicationScoped
class AsOf {

    static final String DESCRIPTION =
            "RFC 3339 with an offset: as known at that time. Now where absent or in the future; the answer says which";

    private final CountReader counts;

    AsOf(CountReader counts) {
        this.counts = counts;
    }

    /** @param given null for now */
    Instant of(String given) {
        var query = new ListQuery();
        var asked = query.instant("asOf", given, null);
        query.refuseFaults();
        return counts.known(asked);
    }
}
