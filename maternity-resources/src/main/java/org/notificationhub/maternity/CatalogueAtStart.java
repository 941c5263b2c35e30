package org.notificationhub.maternity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** Reads the catalogue before the first request, so that content which breaks a rule is never served. */
class CatalogueAtStart {

    @Produces
    @Singleton
    @Startup
    ResourceCatalogue catalogue() {
        return new ResourceCatalogue(ContentReader.read());
    }
}
