package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.rule.Authority;

@QuarkusTest
class CallbackTest {

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID id = UUID.randomUUID();
    private final String reference = "INC-" + id;

    @Test
    void aLateAcceptanceEndsTheWaitAndCqcIsNotTold() throws Exception {
        try (var bus = new Bus(broker)) {
            authorities.script(Authority.LFPSE, reference, Authorities.Reply.SILENT);
            bus.publish(UUID.randomUUID(), new NotificationReceived(id, Instant.EPOCH, injury()));
            var delivery = awaitDelivery(bus, DeliveryStatus.UNKNOWN);

            var answer = call("msg-" + id, accepted(delivery.id()));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(awaitDelivery(bus, DeliveryStatus.ACCEPTED).reference()).isEqualTo("LF-7");
            assertThat(authorities.calls(reference)).extracting(Call::authority).containsExactly(Authority.LFPSE);
        }
    }

    @Test
    void theSameCallbackAgainIsAnsweredOtherwiseAndChangesNothing() throws Exception {
        var callback = accepted(UUID.randomUUID());

        assertThat(call("msg-" + id, callback).statusCode()).isEqualTo(202);
        assertThat(call("msg-" + id, callback).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnsignedCallbackIsRefused() {
        given().contentType("application/json")
                .body(accepted(id))
                .post("/v1/callbacks/lfpse")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aSignedCallbackThatCannotBeReadIsRefused() throws Exception {
        assertThat(call("msg-1-" + id, "{\"type\": ").statusCode()).isEqualTo(400);
        assertThat(call("msg-3-" + id, accepted(id).replace("e-7", "\\u0000")).statusCode())
                .isEqualTo(400);
        assertThat(call("msg-2-" + id, "{\"type\": \"accepted\"}").statusCode()).isEqualTo(400);
    }

    private static String accepted(UUID submission) {
        return """
                {"type": "accepted", "submissionId": "%s", "lfpseId": "e-7", "versionId": "1",
                 "referenceNumber": "LF-7", "occurredAt": "2026-11-20T09:15:00Z"}""".formatted(submission);
    }

    private static Response call(String webhookId, String body) throws Exception {
        var timestamp = Instant.now().getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Authorities.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = mac.doFinal((webhookId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return given().contentType("application/json")
                .header("webhook-id", webhookId)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .body(body)
                .post("/v1/callbacks/lfpse");
    }

    private RoutingProgress.Delivery awaitDelivery(Bus bus, DeliveryStatus status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> bus.outcomes(id).stream()
                                .flatMap(outcome -> outcome.progress().deliveries().stream())
                                .filter(delivery -> delivery.status() == status)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private NotificationContent injury() {
        var at = Instant.parse("2026-11-20T09:15:00Z");
        return new NotificationContent(
                "SERIOUS_INJURY",
                reference,
                new NotificationContent.Provider("RJ1", null, null, null),
                at,
                at,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }
}
