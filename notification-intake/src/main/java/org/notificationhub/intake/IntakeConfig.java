package org.notificationhub.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of intake. */
@ConfigMapping(prefix = "hub")
public interface IntakeConfig {

    Routing routing();

    Notification notification();

    Storing storing();

    Inbox inbox();

    interface Routing {
        /** Where routing answers dry runs for {@code check}. */
        URI url();
    }

    interface Notification {
        @WithDefault("262144")
        int largestBytes();

        /** The longest that {@code Prefer: wait} may hold a request. */
        @WithDefault("10s")
        Duration longestWait();
    }

    interface Storing {
        /** How many notifications may share one transaction. */
        @WithDefault("128")
        int together();

        /** How many may wait before the next is answered 503. */
        @WithDefault("4096")
        int waiting();
    }

    interface Inbox {
        /** How long an event that was applied is remembered: longer than the broker keeps it. */
        @WithDefault("30d")
        Duration keep();
    }
}
