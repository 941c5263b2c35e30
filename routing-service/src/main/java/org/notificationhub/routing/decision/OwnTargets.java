package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.register.ClassifiedProvider;

/** How soon providers mean to tell where the law says only "without delay". */
@ApplicationScoped
class OwnTargets {

    private final RoutingConfig.OwnTarget config;

    OwnTargets(RoutingConfig config) {
        this.config = config.ownTarget();
    }

    Duration of(ClassifiedProvider provider) {
        return Optional.ofNullable(provider.id()).map(config.providers()::get).orElse(config.usual());
    }
}
