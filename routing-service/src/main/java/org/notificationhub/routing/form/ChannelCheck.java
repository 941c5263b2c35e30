package org.notificationhub.routing.form;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.RoutingConfig.CqcChannel;

/** Refuses to start where e-mail is to serve a type that CQC takes on the web only, or a type is named that there is not. */
@ApplicationScoped
class ChannelCheck {

    private final CqcForms forms;
    private final RoutingConfig.Cqc config;

    ChannelCheck(CqcForms forms, RoutingConfig config) {
        this.forms = forms;
        this.config = config.cqc();
    }

    void check(@Observes StartupEvent event) {
        config.channels().keySet().stream()
                .filter(type -> forms.use(type) == null)
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalStateException(
                            "hub.cqc.channels names " + type + ", which is no notification type");
                });
        forms.types().keySet().stream()
                .filter(type -> forms.use(type).mailbox() == null)
                .filter(type -> config.channels().getOrDefault(type, config.channel()) == CqcChannel.EMAIL)
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalStateException("CQC takes " + type + " on the web only: set hub.cqc.channels."
                            + type + "=manual, or http where a gateway takes it");
                });
    }
}
