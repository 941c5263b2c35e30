package org.notificationhub.maternity;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Settings of the maternity resources. */
@ConfigMapping(prefix = "hub")
public interface MaternityConfig {

    Site site();

    interface Site {
        /** Where readers reach the pages, for links that leave them; absent: as each request says. */
        Optional<URI> address();
    }
}
