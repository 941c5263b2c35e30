package org.notificationhub.intake.lfpse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.TaxonomyVersion;

/** LfPSE's language as its clients speak it now. */
@ApplicationScoped
class LfpseLanguage {

    @Produces
    @Singleton
    static Lfpse lfpse(IntakeConfig config) {
        var codes = config.lfpseDoor().eventCodes();
        return Lfpse.of(
                TaxonomyVersion.current(),
                Map.of(
                        EventType.INCIDENT, codes.incident(),
                        EventType.RISK, codes.risk(),
                        EventType.OUTCOME, codes.outcome(),
                        EventType.GOOD_CARE, codes.goodCare()));
    }

    /** Where nobody can come in, nothing need be warm. */
    void warmUp(@Observes StartupEvent started, IntakeConfig config, Lfpse lfpse, ExecutorService executor) {
        if (!config.lfpseDoor().keys().isEmpty()) {
            executor.execute(lfpse::warmUp);
        }
    }
}
