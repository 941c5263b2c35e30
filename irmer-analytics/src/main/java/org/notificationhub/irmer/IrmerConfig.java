package org.notificationhub.irmer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the IR(ME)R figures. */
@ConfigMapping(prefix = "hub")
public interface IrmerConfig {

    Inbox inbox();

    Exports exports();

    interface Inbox {
        /** How long an event that was applied is remembered: longer than the broker keeps it. */
        @WithDefault("30d")
        Duration keep();
    }

    interface Exports {
        /** Address of the licence under which figures are given out; where absent, exports name none. */
        Optional<URI> licence();
    }
}
