package org.notificationhub.irmer.assessment;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.notificationhub.criteria.SaueCriteria;

/** Reads the tables once, at start: with a flaw in them the service does not start. */
class ShippedCriteria {

    @Startup
    @Produces
    @Singleton
    SaueCriteria criteria() {
        return SaueCriteria.shipped();
    }
}
