package org.notificationhub.intake.webhook;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.intake.status.Interest;

/** Who wants to be told of which changes, and how that goes. How far it has been told is for {@link WebhookTurns} alone. */
@Entity
public class Webhook {

    @Id
    private UUID id;

    private Instant createdAt;
    private String url;
    private String[] providerIds;
    private String[] statuses;

    private byte[] secret;
    private byte[] formerSecret;
    private Instant formerSecretUntil;

    private int failures;
    private Instant failingSince;
    private Instant nextAttemptAt;
    private Instant lastSuccessAt;

    @Embedded
    private LastAttempt lastAttempt;

    @Embedded
    private Suspension suspension;

    protected Webhook() {}

    boolean isSeenBy(Sender sender) {
        return providerIds == null
                ? sender.actsForAll()
                : Stream.of(providerIds).allMatch(sender::actsFor);
    }

    /** The secret until now goes on signing for a while; one before it no longer does. */
    void changeSecret(byte[] next, Instant formerUntil) {
        formerSecret = secret;
        formerSecretUntil = formerUntil;
        secret = next;
    }

    /** Goes on where it stopped. One that was not suspended only stops waiting for its next attempt. */
    void resume() {
        suspension = null;
        failures = 0;
        failingSince = null;
        nextAttemptAt = null;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String url() {
        return url;
    }

    public Interest interest() {
        return Interest.of(providerIds, statuses);
    }

    /** Null while it is sent to. */
    public Suspension suspension() {
        return suspension;
    }

    /** In a row. */
    public int failures() {
        return failures;
    }

    public Instant failingSince() {
        return failingSince;
    }

    /** Null where nothing failed. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Null before the first. */
    public LastAttempt lastAttempt() {
        return lastAttempt;
    }

    public Instant lastSuccessAt() {
        return lastSuccessAt;
    }

    /** Null before the secret was changed. */
    public Instant formerSecretUntil() {
        return formerSecretUntil;
    }

    @Embeddable
    public record Suspension(@Enumerated(EnumType.STRING) SuspensionReason suspendedBecause, Instant suspendedAt) {}

    /** @param lastHttpStatus null where there was no answer */
    @Embeddable
    public record LastAttempt(
            Instant lastAttemptAt,
            @Enumerated(EnumType.STRING) Outcome lastOutcome,
            Integer lastHttpStatus) {}
}
