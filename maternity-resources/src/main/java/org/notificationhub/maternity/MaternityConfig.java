package org.notificationhub.maternity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the maternity resources. */
@ConfigMapping(prefix = "hub")
public interface MaternityConfig {

    Site site();

    Feedback feedback();

    interface Site {
        /** Where readers reach the pages, for links that leave them; absent: as each request says. */
        Optional<URI> address();
    }

    /**
     * How many answers may come from one address. Behind a proxy, that is the reader's only where {@code quarkus.http.proxy}
     * says whose word is taken for it; otherwise all readers share the proxy's.
     */
    interface Feedback {
        @WithDefault("5")
        int atOnce();

        /** After which there may be one more. */
        @WithDefault("12s")
        Duration pause();
    }
}
