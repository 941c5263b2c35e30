package org.notificationhub.sandbox.lfpse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.notificationhub.lfpse.LfpseVersions;

/** LfPSE's language, in every version side by side. */
@Singleton
class Fhir {

    static final String MEDIA_TYPE = "application/fhir+json";

    private final LfpseVersions versions = LfpseVersions.all();
    private final ExecutorService executor;

    Fhir(ExecutorService executor) {
        this.executor = executor;
    }

    void warmUp(@Observes StartupEvent started) {
        executor.execute(versions::warmUp);
    }

    LfpseVersions versions() {
        return versions;
    }
}
