package org.notificationhub.routing.delivery.lfpse;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.TaxonomyVersion;
import org.notificationhub.routing.RoutingConfig;

/** LfPSE's language as this hub is set to speak it: the tables of one version, and LfPSE's codes of the types of event. */
@ApplicationScoped
class LfpseLanguage {

    @Produces
    @Singleton
    Lfpse lfpse(RoutingConfig config) {
        return of(config.lfpse());
    }

    static Lfpse of(RoutingConfig.Lfpse config) {
        var codes = config.eventCodes();
        return Lfpse.of(
                TaxonomyVersion.of(config.taxonomy()),
                Map.of(
                        EventType.INCIDENT, codes.incident(),
                        EventType.RISK, codes.risk(),
                        EventType.OUTCOME, codes.outcome(),
                        EventType.GOOD_CARE, codes.goodCare()));
    }

    /** Off the way of the start itself: it takes a second. */
    void warmUp(@Observes StartupEvent started, Lfpse lfpse, ExecutorService executor) {
        executor.execute(lfpse::warmUp);
    }
}
