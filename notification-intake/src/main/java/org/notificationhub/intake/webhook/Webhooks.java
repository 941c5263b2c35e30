package org.notificationhub.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Cursor;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.intake.status.Interest;

/** What subscribers do with their webhooks. */
@ApplicationScoped
public class Webhooks {

    private final WebhookRepository webhooks;
    private final WebhookAddresses addresses;
    private final SecretSeal seal;
    private final Clock clock;
    private final Duration overlap;

    Webhooks(
            WebhookRepository webhooks, WebhookAddresses addresses, SecretSeal seal, Clock clock, IntakeConfig config) {
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.seal = seal;
        this.clock = clock;
        this.overlap = config.webhooks().secretOverlap();
    }

    @Transactional
    public WithSecret register(String url, Interest interest, Sender sender) {
        addresses.fault(url).ifPresent(fault -> {
            throw new Refusal(ProblemKind.RULE_BROKEN, List.of(fault));
        });
        var id = Ids.next();
        var secret = SigningSecret.random();
        if (!webhooks.insert(id, clock.instant(), url, interest, seal.close(secret, id))) {
            throw new Refusal(ProblemKind.WEBHOOK_EXISTS, ProblemKind.WEBHOOK_EXISTS.remedy());
        }
        return new WithSecret(seen(webhooks.find(id, sender)), secret);
    }

    @Transactional
    public Webhook find(UUID id, Sender sender) {
        return seen(webhooks.find(id, sender));
    }

    @Transactional
    public List<Webhook> list(Sender sender, Cursor cursor, int limit) {
        return webhooks.list(sender, cursor, limit);
    }

    @Transactional
    public void delete(UUID id, Sender sender) {
        webhooks.delete(seen(webhooks.lock(id, sender)));
    }

    @Transactional
    public WithSecret changeSecret(UUID id, Sender sender) {
        var webhook = seen(webhooks.lock(id, sender));
        var secret = SigningSecret.random();
        webhook.changeSecret(seal.close(secret, id), clock.instant().plus(overlap));
        return new WithSecret(webhook, secret);
    }

    @Transactional
    public Webhook resume(UUID id, Sender sender) {
        var webhook = seen(webhooks.lock(id, sender));
        webhook.resume();
        return webhook;
    }

    private static Webhook seen(Optional<Webhook> webhook) {
        return webhook.orElseThrow(() -> new Refusal(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.remedy()));
    }

    /** The only moments at which a secret is shown. */
    public record WithSecret(Webhook webhook, SigningSecret secret) {}
}
