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

    /** Whether what is counted here is made up; every figure then says so. */
    @WithDefault("false")
    boolean demonstration();

    /** Whom to ask about the figures, as each of them names it. */
    @WithDefault("Whoever runs this hub")
    String contact();

    Recount recount();

    Exports exports();

    Intake intake();

    Suppression suppression();

    Dashboard dashboard();

    interface Inbox {
        /** How long an event that was applied is remembered: longer than the broker keeps it. */
        @WithDefault("30d")
        Duration keep();
    }

    interface Recount {
        /** How long between two comparisons of the counts that are kept with the facts. */
        @WithDefault("24h")
        Duration every();
    }

    interface Exports {
        /** Address of the licence under which figures are given out; where absent, exports name none. */
        Optional<URI> licence();
    }

    interface Intake {
        /** Where callers read notifications, such as {@code https://hub.example:8081}. Absent: events do not link to theirs. */
        Optional<URI> url();
    }

    interface Suppression {
        /** The smallest count above zero that is shown by provider. */
        @WithDefault("5")
        int threshold();
    }

    interface Dashboard {
        /** Whether whoever reaches the page may read it, and the files it links to, without signing in. */
        @WithDefault("false")
        boolean open();

        /** How many browsers are told at once of changed counts; those beyond have the page as it was loaded. */
        @WithDefault("200")
        int listeners();
    }
}
