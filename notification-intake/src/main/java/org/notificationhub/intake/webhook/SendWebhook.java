package org.notificationhub.intake.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.notificationhub.events.WireJson;
import org.notificationhub.http.Failure;
import org.notificationhub.intake.status.StatusChange;
import org.notificationhub.intake.webhook.WebhookAddresses.AddressRefused;

/** Tells one receiver of one change, signed the Standard Webhooks way with every secret that is valid. */
@ApplicationScoped
class SendWebhook {

    private static final Logger LOG = Logger.getLogger(SendWebhook.class);
    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private final WebhookAddresses addresses;
    private final WebhookHttp http;
    private final SecretSeal seal;
    private final Clock clock;

    SendWebhook(WebhookAddresses addresses, WebhookHttp http, SecretSeal seal, Clock clock) {
        this.addresses = addresses;
        this.http = http;
        this.seal = seal;
        this.clock = clock;
    }

    Attempt send(Turn turn, StatusChange change) throws InterruptedException {
        try {
            var address = addresses.of(turn.url());
            var body = JSON.writeValueAsBytes(new Message("notification.status-changed", change.at(), change));
            return http.post(turn.url(), address, headers(turn, change, body), body);
        } catch (UnknownHostException e) {
            return Attempt.unanswered(Outcome.UNREACHABLE);
        } catch (AddressRefused e) {
            return Attempt.unanswered(Outcome.ADDRESS_REFUSED);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.error("A webhook message could not be made; it is tried again once this is mended", new Failure(e));
            return Attempt.unanswered(Outcome.NOT_SENT);
        }
    }

    /** The id is the change's, at every attempt and to every receiver, so that a second copy can be told. */
    private Map<String, String> headers(Turn turn, StatusChange change, byte[] body) {
        var id = change.id().toString();
        var now = clock.instant().getEpochSecond();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Statutory-Notification-Hub/1",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now),
                "webhook-signature",
                turn.secrets().stream()
                        .map(secret -> seal.open(secret, turn.webhook()).signature(id, now, body))
                        .collect(Collectors.joining(" ")));
    }

    private record Message(String type, Instant timestamp, StatusChange data) {}
}
