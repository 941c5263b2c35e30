package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.intake.Patience.await;
import static org.notificationhub.intake.Requests.newReference;
import static org.notificationhub.intake.webhook.Subscriber.key;
import static org.notificationhub.intake.webhook.Subscriber.text;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.intake.IntakeTest;
import org.notificationhub.intake.Requests;

/** Each test has a provider and a receiver of its own. */
@IntakeTest
class WebhookTest {

    private static final String CANARY = "zqxcanaryvw";

    private Receiver receiver;
    private Subscriber subscriber;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
        subscriber = Subscriber.at(receiver.url());
    }

    @AfterEach
    void stop() {
        subscriber.unregister();
        receiver.close();
    }

    @Test
    void aReceiverIsToldWhatTheFeedTellsSignedOverTheBytesItGets() throws GeneralSecurityException {
        var secret = subscriber.registered().<String>path("secret");
        var id = subscriber.posted(newReference());

        await().until(() -> receiver.taken().size() == 1);

        var message = receiver.taken().get(0);
        var feed = subscriber
                .asProvider()
                .get("/v1/status-changes")
                .then()
                .extract()
                .jsonPath();
        var told = JsonPath.from(new String(message.body(), StandardCharsets.UTF_8));
        assertThat(told.getString("type")).isEqualTo("notification.status-changed");
        assertThat(told.getString("data.notificationId")).isEqualTo(id);
        assertThat(told.getMap("data")).isEqualTo(feed.getMap("items[0]"));
        assertThat(message.id()).isEqualTo(told.getString("data.id"));
        assertThat(message.signature()).isEqualTo(signature(secret, message));
    }

    @Test
    void changesOfOneNotificationArriveInTheirOrder() {
        subscriber.registered();
        var id = subscriber.posted(newReference());
        subscriber.sent("/v1/notifications/" + id + "/withdrawal", "{ \"reason\": \"Entered twice by mistake.\" }");

        await().until(() -> receiver.taken().size() == 2);

        assertThat(receiver.taken()).extracting(WebhookTest::status).containsExactly("ACCEPTED", "WITHDRAWN");
    }

    @Test
    void onlyTheStatusesThatWereAskedForAreTold() {
        subscriber.register("{ \"url\": \"%s\", \"statuses\": [ \"WITHDRAWN\" ] }".formatted(receiver.url()));
        subscriber.posted(newReference());
        var id = subscriber.posted(newReference());
        subscriber.sent("/v1/notifications/" + id + "/withdrawal", "{ \"reason\": \"Entered twice by mistake.\" }");

        await().until(() -> receiver.taken().size() == 1);

        assertThat(receiver.received()).extracting(WebhookTest::status).containsExactly("WITHDRAWN");
    }

    @Test
    void whatIsNotTakenIsSentAgainUnderTheSameIdAndInOrder() {
        receiver.answers(500, 503, Receiver.SILENCE, 404);
        var id = subscriber.registered().<String>path("id");
        subscriber.posted(newReference());
        subscriber.posted(newReference());

        await().until(() -> receiver.taken().size() == 2);

        var ids = receiver.received().stream().map(Receiver.Message::id).toList();
        assertThat(ids).hasSize(6);
        assertThat(ids.subList(0, 5)).containsOnly(ids.get(0));
        assertThat(ids.get(5)).isNotEqualTo(ids.get(0));
        await().untilAsserted(() -> subscriber
                .asProvider()
                .get("/v1/webhooks/" + id)
                .then()
                .body("failures", equalTo(0))
                .body("failingSince", nullValue())
                .body("lastAttempt.outcome", equalTo("TAKEN"))
                .body("lastAttempt.httpStatus", equalTo(204)));
    }

    /** Comparable systems switch a receiver off for one 4xx, and whoever was deploying at that moment hears no more. */
    @Test
    void a4xxDoesNotSwitchAReceiverOff() {
        receiver.alwaysAnswers(400);
        var id = subscriber.registered().<String>path("id");
        subscriber.posted(newReference());
        await().until(() -> receiver.received().size() >= 3);

        subscriber
                .asProvider()
                .get("/v1/webhooks/" + id)
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("failures", greaterThan(1));
        receiver.alwaysAnswers(204);

        await().until(() -> receiver.taken().size() == 1);
    }

    @Test
    void goneSuspendsAWebhookAndResumingLosesNothing() {
        receiver.answers(410);
        var id = subscriber.registered().<String>path("id");
        subscriber.posted(newReference());
        await().untilAsserted(() -> subscriber
                .asProvider()
                .get("/v1/webhooks/" + id)
                .then()
                .body("state", equalTo("SUSPENDED"))
                .body("suspension.reason", equalTo("GONE"))
                .body("nextAttemptAt", nullValue()));
        assertThat(metrics.get("hub_webhooks_suspended").gauge().value()).isPositive();
        assertThat(metrics.get("hub_webhook_attempts_total")
                        .tag("outcome", "GONE")
                        .counter()
                        .count())
                .isPositive();
        subscriber.posted(newReference());

        subscriber
                .asProvider()
                .post("/v1/webhooks/" + id + "/resume")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));

        await().until(() -> receiver.taken().size() == 2);
        assertThat(receiver.taken().get(0).id())
                .isEqualTo(receiver.received().get(0).id());
    }

    @Test
    void aReceiverThatFailsForDaysIsSuspended() throws SQLException {
        receiver.alwaysAnswers(500);
        var id = subscriber.registered().<String>path("id");
        subscriber.posted(newReference());
        await().until(() -> !receiver.received().isEmpty());

        failedFirst(id, "6 days");

        await().untilAsserted(() -> subscriber
                .asProvider()
                .get("/v1/webhooks/" + id)
                .then()
                .body("suspension.reason", equalTo("FAILED_TOO_LONG")));
    }

    @Test
    void oneThatIsSilentHoldsUpNobody() throws IOException {
        receiver.alwaysAnswers(Receiver.SILENCE);
        subscriber.registered();
        try (var other = new Receiver()) {
            subscriber.register("{ \"url\": \"%s\" }".formatted(other.url()));
            subscriber.posted(newReference());
            subscriber.posted(newReference());

            await().until(() -> other.taken().size() == 2);
        }

        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void whileASecretIsChangedBothSign() throws GeneralSecurityException {
        var first = subscriber.registered();
        var path = "/v1/webhooks/" + first.path("id");
        var next = subscriber
                .asProvider()
                .post(path + "/secret")
                .then()
                .statusCode(200)
                .extract();
        subscriber.posted(newReference());
        await().until(() -> receiver.taken().size() == 1);

        var message = receiver.taken().get(0);

        assertThat(message.signature())
                .isEqualTo(signature(next.path("secret"), message) + " " + signature(first.path("secret"), message));
    }

    @Test
    void whatASenderWroteIsNeitherToldNorLogged() {
        receiver.answers(500);
        try (var log = new LogCapture()) {
            var made = subscriber.register("{ \"url\": \"%s?key=%s\" }".formatted(receiver.url(), CANARY));
            var body = Requests.injury(newReference(), CANARY).replace("RJ1", subscriber.provider());
            var id = subscriber.sent("/v1/notifications", body);
            subscriber.sent(
                    "/v1/notifications/" + id + "/withdrawal",
                    "{ \"reason\": \"Entered twice, says %s.\" }".formatted(CANARY));
            await().until(() -> receiver.taken().size() == 2);

            assertThat(log.text())
                    .contains("A receiver did not take a message")
                    .doesNotContain(CANARY)
                    .doesNotContain(made.<String>path("secret"));
        }
        assertThat(receiver.received())
                .extracting(message -> text(message.body()))
                .noneMatch(told -> told.contains(CANARY));
    }

    private static String status(Receiver.Message message) {
        return JsonPath.from(new String(message.body(), StandardCharsets.UTF_8)).getString("data.status");
    }

    /** As a receiver works it out: over the raw bytes. */
    private static String signature(String secret, Receiver.Message message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
        mac.update((message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
    }

    private void failedFirst(String id, String ago) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update webhook set failing_since = now() - ?::interval where id = ?")) {
            update.setString(1, ago);
            update.setObject(2, UUID.fromString(id));
            update.executeUpdate();
        }
    }
}
