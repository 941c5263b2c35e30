package org.notificationhub.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Settings of intake. */
@ConfigMapping(prefix = "hub")
public interface IntakeConfig {

    Routing routing();

    Notification notification();

    Storing storing();

    Inbox inbox();

    Webhooks webhooks();

    LfpseDoor lfpseDoor();

    Guidance guidance();

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

    interface Webhooks {
        /** 32 bytes in Base64: seals the signing secrets in the database. With another key they do not open. */
        String secretKey();

        /** Whether a receiver may be within a private network or on this machine, and may do without TLS. */
        @WithDefault("false")
        boolean privateAddresses();

        /** How long a receiver may take to answer. */
        @WithDefault("10s")
        Duration timeout();

        @WithDefault("30s")
        Duration firstRetry();

        @WithDefault("6h")
        Duration longestRetry();

        /** How long a receiver may fail before its webhook is suspended. */
        @WithDefault("5d")
        Duration giveUpAfter();

        /** How long the former secret still signs after another took its place. */
        @WithDefault("24h")
        Duration secretOverlap();

        /** After this time without a word from the replica that is sending, another takes over; longer than the timeout. */
        @WithDefault("1m")
        Duration lease();

        /** How many receivers one replica sends to at a time. */
        @WithDefault("32")
        int atOnce();
    }

    /** Where senders reach what they are led to; the addresses are public ones. */
    interface Guidance {
        /** Of the maternity resources. */
        @WithDefault("http://localhost:8084")
        URI catalogueUrl();

        /** Of the analytics of exposures to radiation. */
        @WithDefault("http://localhost:8083")
        URI analyticsUrl();
    }

    interface LfpseDoor {
        /** By the name under which the hub knows the system that holds it. Without any, the door is closed. */
        Map<String, Key> keys();

        /** How long an answer waits for LfPSE's acceptance. */
        @WithName("wait")
        @WithDefault("10s")
        Duration longestWait();

        EventCodes eventCodes();

        /** Those of Risk and Outcome are not confirmed. */
        interface EventCodes {
            @WithDefault("1")
            String incident();

            @WithDefault("2")
            String risk();

            @WithDefault("3")
            String outcome();

            @WithDefault("4")
            String goodCare();
        }

        interface Key {
            /** In hexadecimal: the key itself is nowhere in the hub. */
            String keySha256();

            /** CQC ids of the providers its holder acts for; {@code *} for every one. */
            Set<String> providerIds();

            /** CQC ids by ODS code, for providers that CQC knows by another id. */
            Map<String, String> organisations();
        }
    }
}
