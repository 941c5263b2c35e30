package org.notificationhub.intake.webhook;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.notificationhub.intake.IntakeConfig;

/** The settings of intake as they are where nobody has set anything but what must be set. */
final class Settings {

    private Settings() {}

    static IntakeConfig usual() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IntakeConfig.class)
                .withDefaultValue("hub.routing.url", "http://routing.example")
                .withDefaultValue("hub.webhooks.secret-key", "dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3QgMTI=")
                .build()
                .getConfigMapping(IntakeConfig.class);
    }
}
