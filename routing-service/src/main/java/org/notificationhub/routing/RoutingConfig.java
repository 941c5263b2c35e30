package org.notificationhub.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.notificationhub.routing.rule.Authority;

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

    Replay replay();

    Inbox inbox();

    Reconciliation reconciliation();

    Evidence evidence();

    Retention retention();

    /** What is asked of the way to any authority. */
    interface Destination {
        /** Deliveries a second that it may be sent; without limit where absent. */
        OptionalDouble rate();

        /** How many may go at once after a quiet time, where there is a rate. */
        @WithDefault("10")
        int burst();

        /** What becomes of a delivery that was sent and not answered. */
        WhenUnknown whenUnknown();

        /** How long one that is held may wait for its answer; past it, it is parked. */
        @WithDefault("24h")
        Duration hold();
    }

    /** Whether what was sent and not answered is sent again. */
    enum WhenUnknown {
        /** Where the authority knows a repeat by our request id. */
        RETRY,
        /** Where it would take a repeat for something new: a callback or a person answers instead. */
        HOLD
    }

    default Destination destination(Authority authority) {
        return switch (authority) {
            case CQC -> cqc();
            case LFPSE -> lfpse();
        };
    }

    /** Null for an authority that asks for none. */
    default String taxonomy(Authority authority) {
        return switch (authority) {
            case CQC -> null;
            case LFPSE -> lfpse().taxonomy();
        };
    }

    interface Cqc extends Destination {
        /** What serves a type that {@link #channels} does not name. CQC itself has a portal and forms, and no interface. */
        @WithDefault("manual")
        CqcChannel channel();

        /** By type, where another channel serves it. */
        Map<String, CqcChannel> channels();

        /** By id, the providers for whom a second person confirms what one has recorded as submitted; {@code *} for all. */
        Optional<Set<String>> secondPerson();

        /** The right side of the Message-ID of what is sent by e-mail. */
        @WithDefault("hub.local")
        String mailDomain();

        @WithDefault("http://localhost:8090")
        URI url();

        @WithDefault("40s")
        Duration timeout();

        @Override
        @WithDefault("RETRY")
        WhenUnknown whenUnknown();

        /** Whether what is at {@link #url} may be told of test notifications. */
        @WithDefault("false")
        boolean sandbox();
    }

    /** A way to tell CQC. */
    enum CqcChannel {
        MANUAL,
        EMAIL,
        HTTP;

        /** As a sender sees it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    interface Lfpse extends Destination {
        @WithDefault("http://localhost:8090")
        URI url();

        /** Where events are posted, below {@link #url}; an event that is known has its id after it. */
        @WithDefault("/adverse-event/fhir/AdverseEvent")
        String eventsPath();

        /** Where LfPSE says which versions of its profile it takes, below {@link #url}. */
        @WithDefault("/adverse-event/fhir/metadata")
        String metadataPath();

        /** How often that is asked for. */
        @WithDefault("10m")
        Duration metadataEvery();

        /** The version of LfPSE's taxonomy that events are written in: 6 (FHIR R4) or 5 (STU3). */
        @WithDefault("6")
        String taxonomy();

        EventCodes eventCodes();

        String subscriptionKey();

        /** LfPSE's known clients wait this long. */
        @WithDefault("40s")
        Duration timeout();

        /** Of what is sent: {@code application/json} is what a known client sends. Answers of either are read. */
        @WithDefault("application/fhir+json")
        String contentType();

        /** What becomes of LfPSE's record when the sender withdraws its notification. */
        @WithDefault("DELETE")
        WhenWithdrawn withdraw();

        /** It knows no idempotency key. What is held past {@link #hold} CQC is told directly. */
        @Override
        @WithDefault("HOLD")
        WhenUnknown whenUnknown();

        @WithDefault("false")
        boolean sandbox();

        /** Any of them signs a callback: two while one replaces the other. */
        Optional<List<String>> callbackSecrets();

        /** How often callbacks are looked for that could not be applied at once. */
        @WithDefault("10s")
        Duration callbackSweep();
    }

    /**
     * LfPSE's codes of the kinds of event. 1 and 4 are those of a known client; which of 2 and 3 is Risk and which Outcome
     * nobody has confirmed.
     */
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

    /** What becomes of a record that an authority has when its sender takes the notification back. */
    enum WhenWithdrawn {
        /** The authority is asked to delete it. */
        DELETE,
        /** It is left as it is, and whether it is to go is a finding for a person. */
        KEEP
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

    interface Replay {
        /** How often a replica looks for a replay that nobody runs. */
        @WithDefault("1s")
        Duration look();

        /** Deliveries between two pauses. With {@link #pause} it bounds the rate, so that live traffic goes first. */
        @WithDefault("20")
        int batch();

        @WithDefault("500ms")
        Duration pause();

        /** Longer than a batch takes: past it, whoever ran the replay is taken to be dead. */
        @WithDefault("1m")
        Duration lease();
    }

    interface Duties {
        /** How often duties are looked through for those whose time is running out. */
        @WithDefault("1m")
        Duration watch();
    }

    interface Reconciliation {
        /** How often findings are looked for when no callback has brought news. */
        @WithDefault("1m")
        Duration interval();

        /** How soon after a callback: those that come together are looked at together. */
        @WithDefault("500ms")
        Duration soonest();

        /** What was sent longer ago should have been answered. */
        @WithDefault("4h")
        Duration receiptWithin();
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

        Breaker breaker();
    }

    /** When a destination that fails is left alone, and how it is sent more again. */
    interface Breaker {
        /** So many different deliveries fail, with no answer in between. */
        @WithDefault("5")
        int failures();

        /** How long nothing is sent, the first time; doubled each time until all is well. */
        @WithDefault("30s")
        Duration opens();

        @WithDefault("10m")
        Duration longest();

        /** After trouble one delivery at a time is sent, with each answer one more; past so many, without limit. */
        @WithDefault("16")
        int ramp();
    }

    interface Inbox {
        /** How long an event that was applied is remembered: longer than the broker keeps it. */
        @WithDefault("30d")
        Duration keep();
    }
}
