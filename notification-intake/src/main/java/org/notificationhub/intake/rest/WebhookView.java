package org.notificationhub.intake.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.intake.webhook.Outcome;
import org.notificationhub.intake.webhook.SuspensionReason;
import org.notificationhub.intake.webhook.Webhook;
import org.notificationhub.intake.webhook.Webhooks;

/**
 * A webhook, and how it goes.
 *
 * @param providerIds {@code *} for every provider's
 * @param statuses absent for every status
 * @param suspension absent while it is sent to
 * @param failures in a row; 0 once a message was taken
 * @param nextAttemptAt where the last one failed
 * @param formerSecretUntil how long the secret before this one also signs
 * @param secret shown when it is made, and never again
 */
@Schema(examples = Examples.WEBHOOK)
public record WebhookView(
        UUID id,
        String url,
        List<String> providerIds,
        List<NotificationStatus> statuses,
        Instant createdAt,
        State state,
        Suspension suspension,
        int failures,
        Instant failingSince,
        Instant nextAttemptAt,
        LastAttempt lastAttempt,
        Instant lastSuccessAt,
        Instant formerSecretUntil,
        String secret) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView of(Webhooks.WithSecret made) {
        return of(made.webhook(), made.secret().shown());
    }

    private static WebhookView of(Webhook webhook, String secret) {
        var interest = webhook.interest();
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                interest.providerIds() == null ? List.of("*") : interest.providerIds(),
                interest.statuses(),
                webhook.createdAt(),
                webhook.suspension() == null ? State.ACTIVE : State.SUSPENDED,
                Suspension.of(webhook.suspension()),
                webhook.failures(),
                webhook.failingSince(),
                webhook.nextAttemptAt(),
                LastAttempt.of(webhook.lastAttempt()),
                webhook.lastSuccessAt(),
                webhook.formerSecretUntil(),
                secret);
    }

    public enum State {
        ACTIVE,
        SUSPENDED
    }

    /** @param remedy what its subscriber does about it */
    public record Suspension(SuspensionReason reason, Instant since, String remedy) {
        static Suspension of(Webhook.Suspension suspension) {
            return suspension == null
                    ? null
                    : new Suspension(
                            suspension.suspendedBecause(),
                            suspension.suspendedAt(),
                            "Mend the receiver, then POST to resume; what it missed follows in order.");
        }
    }

    /** @param httpStatus absent where there was no answer */
    public record LastAttempt(Instant at, Outcome outcome, Integer httpStatus) {
        static LastAttempt of(Webhook.LastAttempt attempt) {
            return attempt == null
                    ? null
                    : new LastAttempt(attempt.lastAttemptAt(), attempt.lastOutcome(), attempt.lastHttpStatus());
        }
    }
}
