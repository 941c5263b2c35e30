package org.notificationhub.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of routing. */
@ConfigMapping(prefix = "hub")
public interface RoutingConfig {

    Cqc cqc();

    Lfpse lfpse();

    Delivery delivery();

    OwnTarget ownTarget();

    Rules rules();

    Register register();

    Duties duties();

    Evidence evidence();

    Retention retention();

    interface Cqc {
        @WithDefault("http://localhost:8090")
        URI url();

        @WithDefault("40s")
        Duration timeout();

        /** Whether what is at {@link #url} may be told of test notifications. */
        @WithDefault("false")
        boolean sandbox();
    }

    interface Lfpse {
        @WithDefault("http://localhost:8090")
        URI url();

        String subscriptionKey();

        /** LfPSE's known clients wait this long. */
        @WithDefault("40s")
        Duration timeout();

        @WithDefault("application/fhir+json")
        String contentType();

        /** How long an unanswered report may wait for its answer before CQC is told directly. */
        @WithDefault("24h")
        Duration hold();

        @WithDefault("false")
        boolean sandbox();

        /** Any of them signs a callback: two while one replaces the other. */
        Optional<List<String>> callbackSecrets();
    }

    interface Rules {
        /** How often a replica looks which rule table is in use. */
        @WithDefault("5s")
        Duration follow();
    }

    /** For limits in which the law gives no number. */
    interface OwnTarget {
        @WithDefault("24h")
        Duration usual();

        /** By provider id, where a provider has set itself another. */
        Map<String, Duration> providers();
    }

    interface Register {
        /** Whether the few providers that come with the hub are loaded at start. */
        @WithDefault("false")
        boolean demonstration();
    }

    interface Duties {
        /** How often duties are looked through for those whose time is running out. */
        @WithDefault("1m")
        Duration watch();
    }

    interface Evidence {
        /** A PEM file with an Ed25519 private key (PKCS #8). Without one nothing is signed and no pack is given. */
        Optional<Path> signingKey();

        /** PEM files with the public keys that signed before it. */
        Optional<List<Path>> earlierKeys();

        @WithDefault("1h")
        Duration anchorEvery();
    }

    interface Retention {
        /** Payloads of settled notifications older than this are erased, such as P8Y; absent keeps them. */
        Optional<Period> payload();

        /** How often is looked for what is to be erased. */
        @WithDefault("1h")
        Duration sweep();
    }

    interface Delivery {
        @WithDefault("30s")
        Duration firstRetry();

        @WithDefault("6h")
        Duration longestRetry();

        /** After so many a delivery is parked. */
        @WithDefault("12")
        int attempts();

        /** Longer than any channel's time-out: past it, whoever was sending is taken to be dead. */
        @WithDefault("2m")
        Duration lease();

        /** Deliveries on their way to one authority at the same time. */
        @WithDefault("4")
        int workers();

        /** How often the schedule is looked at when nothing says that it changed. */
        @WithDefault("1s")
        Duration sweep();
    }
}
