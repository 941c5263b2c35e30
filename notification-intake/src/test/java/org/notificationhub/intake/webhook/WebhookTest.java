package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.intake.Patience.await;
import static org.notificationhub.intake.Requests.READ;
import static org.notificationhub.intake.Requests.WRITE;
import static org.notificationhub.intake.Requests.newReference;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
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

    private final String provider = Requests.newProvider();
    private Receiver receiver;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    /** Or the service would go on knocking at a door that is no longer there. */
    @AfterEach
    void stop() {
        asProvider()
                .get("/v1/webhooks")
                .jsonPath()
                .<String>getList("items.id")
                .forEach(id -> asProvider().delete("/v1/webhooks/" + id));
        receiver.close();
    }

    @Test
    void aReceiverIsToldWhatTheFeedTellsSignedOverTheBytesItGets() throws GeneralSecurityException {
        var secret = registered().<String>path("secret");
        var id = posted(newReference());

        await().until(() -> receiver.taken().size() == 1);

        var message = receiver.taken().get(0);
        var feed = asProvider().get("/v1/status-changes").then().extract().jsonPath();
        var told = JsonPath.from(new String(message.body(), StandardCharsets.UTF_8));
        assertThat(told.getString("type")).isEqualTo("notification.status-changed");
        assertThat(told.getString("data.notificationId")).isEqualTo(id);
        assertThat(told.getMap("data")).isEqualTo(feed.getMap("items[0]"));
        assertThat(message.id()).isEqualTo(told.getString("data.id"));
        assertThat(message.signature()).isEqualTo(signature(secret, message));
    }

    @Test
    void changesOfOneNotificationArriveInTheirOrder() {
        registered();
        var id = posted(newReference());
        sent("/v1/notifications/" + id + "/withdrawal", "{ \"reason\": \"Entered twice by mistake.\" }");

        await().until(() -> receiver.taken().size() == 2);

        assertThat(receiver.taken()).extracting(WebhookTest::status).containsExactly("ACCEPTED", "WITHDRAWN");
    }

    @Test
    void onlyTheStatusesThatWereAskedForAreTold() {
        register("{ \"url\": \"%s\", \"statuses\": [ \"WITHDRAWN\" ] }".formatted(receiver.url()));
        posted(newReference());
        var id = posted(newReference());
        sent("/v1/notifications/" + id + "/withdrawal", "{ \"reason\": \"Entered twice by mistake.\" }");

        await().until(() -> receiver.taken().size() == 1);

        assertThat(receiver.received()).extracting(WebhookTest::status).containsExactly("WITHDRAWN");
    }

    @Test
    void whatIsNotTakenIsSentAgainUnderTheSameIdAndInOrder() {
        receiver.answers(500, 503, Receiver.SILENCE, 404);
        var id = registered().<String>path("id");
        posted(newReference());
        posted(newReference());

        await().until(() -> receiver.taken().size() == 2);

        var ids = receiver.received().stream().map(Receiver.Message::id).toList();
        assertThat(ids).hasSize(6);
        assertThat(ids.subList(0, 5)).containsOnly(ids.get(0));
        assertThat(ids.get(5)).isNotEqualTo(ids.get(0));
        await().untilAsserted(() -> asProvider()
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
        var id = registered().<String>path("id");
        posted(newReference());
        await().until(() -> receiver.received().size() >= 3);

        asProvider()
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
        var id = registered().<String>path("id");
        posted(newReference());
        await().untilAsserted(() -> asProvider()
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
        posted(newReference());

        asProvider()
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
        var id = registered().<String>path("id");
        posted(newReference());
        await().until(() -> !receiver.received().isEmpty());

        failedFirst(id, "6 days");

        await().untilAsserted(() ->
                asProvider().get("/v1/webhooks/" + id).then().body("suspension.reason", equalTo("FAILED_TOO_LONG")));
    }

    @Test
    void oneThatIsSilentHoldsUpNobody() throws IOException {
        receiver.alwaysAnswers(Receiver.SILENCE);
        registered();
        try (var other = new Receiver()) {
            register("{ \"url\": \"%s\" }".formatted(other.url()));
            posted(newReference());
            posted(newReference());

            await().until(() -> other.taken().size() == 2);
        }

        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void whileASecretIsChangedBothSign() throws GeneralSecurityException {
        var first = registered();
        var path = "/v1/webhooks/" + first.path("id");
        var next = asProvider().post(path + "/secret").then().statusCode(200).extract();
        posted(newReference());
        await().until(() -> receiver.taken().size() == 1);

        var message = receiver.taken().get(0);

        assertThat(message.signature())
                .isEqualTo(signature(next.path("secret"), message) + " " + signature(first.path("secret"), message));
    }

    @Test
    void whatASenderWroteIsNeitherToldNorLogged() {
        receiver.answers(500);
        try (var log = new LogCapture()) {
            var made = register("{ \"url\": \"%s?key=%s\" }".formatted(receiver.url(), CANARY));
            var body = Requests.injury(newReference(), CANARY).replace("RJ1", provider);
            var id = sent("/v1/notifications", body);
            sent(
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

    @Test
    void aSecretIsShownOnceAndKeptClosed() throws SQLException {
        var made = registered();
        var secret = made.<String>path("secret");

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        asProvider().get("/v1/webhooks/" + made.path("id")).then().body("secret", nullValue());
        asProvider().get("/v1/webhooks").then().body("items.secret", contains(nullValue()));
        assertThat(text(kept(made.path("id")))).doesNotContain(text(key(secret)));
    }

    @Test
    void aWebhookIsItsProvidersOwn() {
        var id = registered().<String>path("id");
        var other = Requests.as(READ, Requests.newProvider());

        Stream.of("", "/secret", "/resume")
                .forEach(path -> (path.isEmpty()
                                ? other.get("/v1/webhooks/" + id)
                                : other.post("/v1/webhooks/" + id + path))
                        .then()
                        .statusCode(404));
        other.delete("/v1/webhooks/" + id).then().statusCode(404);
        other.get("/v1/webhooks").then().body("items.id", not(hasItem(id)));
        asProvider().get("/v1/webhooks").then().body("items.id", contains(id));
        Requests.as(READ, "*").get("/v1/webhooks/" + id).then().statusCode(200);
        Requests.as(WRITE, provider).get("/v1/webhooks/" + id).then().statusCode(403);
    }

    @Test
    void nobodyIsToldOfAnothersChanges() {
        register("{ \"url\": \"%s\", \"providerIds\": [ \"RJ1\" ] }".formatted(receiver.url()), 403);

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aDeletedWebhookIsGone() {
        var id = registered().<String>path("id");

        asProvider().delete("/v1/webhooks/" + id).then().statusCode(204);

        asProvider().get("/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void theSameReceiverIsRegisteredOnce() {
        registered();

        register("{ \"url\": \"%s\" }".formatted(receiver.url()), 409).body("code", equalTo("WEBHOOK_EXISTS"));
    }

    @Test
    void whereTheHubDoesNotSendNothingIsRegistered() {
        register("{ \"url\": \"http://169.254.169.254/latest/meta-data\" }", 422)
                .body("code", equalTo("RULE_BROKEN"))
                .body("errors[0].pointer", equalTo("/url"))
                .body("errors[0].code", equalTo("ADDRESS_NOT_ALLOWED"))
                .body("errors[0].detail", startsWith("Use a host with public addresses only"));
        register("{ \"url\": \"http://me:zq7@localhost/hook\" }", 422)
                .body("errors[0].code", equalTo("CREDENTIALS_IN_URL"));
    }

    @Test
    void aRequestThatCannotBeUsedIsPointedAt() {
        register("{ \"URL\": \"zq7\", \"statuses\": [ \"zq7\" ], \"providerIds\": [] }", 400)
                .body("code", equalTo("VALIDATION"))
                .body("errors.pointer", contains("/URL", "/providerIds", "/statuses", "/url"));
    }

    private ExtractableResponse<?> registered() {
        return register("{ \"url\": \"%s\" }".formatted(receiver.url()));
    }

    private ExtractableResponse<?> register(String body) {
        return register(body, 201).extract();
    }

    private ValidatableResponse register(String body, int status) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(status);
    }

    private RequestSpecification asProvider() {
        return Requests.as(WRITE + " " + READ, provider);
    }

    private String posted(String reference) {
        return sent("/v1/notifications", Requests.injury(reference).replace("RJ1", provider));
    }

    private String sent(String path, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
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

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private byte[] kept(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select secret from webhook where id = ?")) {
            select.setObject(1, UUID.fromString(id));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
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
