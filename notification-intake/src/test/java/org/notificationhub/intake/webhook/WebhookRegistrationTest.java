package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.intake.Requests.READ;
import static org.notificationhub.intake.Requests.WRITE;
import static org.notificationhub.intake.webhook.Subscriber.key;
import static org.notificationhub.intake.webhook.Subscriber.text;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.intake.IntakeTest;
import org.notificationhub.intake.Requests;

/** Nothing happens to these subscribers, so nothing is sent. */
@IntakeTest
class WebhookRegistrationTest {

    private final Subscriber subscriber = Subscriber.at("http://localhost:9009/" + Requests.newReference());

    @Inject
    DataSource database;

    @AfterEach
    void stop() {
        subscriber.unregister();
    }

    @Test
    void aSecretIsShownOnceAndKeptClosed() throws SQLException {
        var made = subscriber.registered();
        var secret = made.<String>path("secret");

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        subscriber.asProvider().get("/v1/webhooks/" + made.path("id")).then().body("secret", nullValue());
        subscriber.asProvider().get("/v1/webhooks").then().body("items.secret", contains(nullValue()));
        assertThat(text(kept(made.path("id")))).doesNotContain(text(key(secret)));
    }

    @Test
    void aWebhookIsItsProvidersOwn() {
        var id = subscriber.registered().<String>path("id");
        var other = Requests.as(READ, Requests.newProvider());

        Stream.of("", "/secret", "/resume")
                .forEach(path -> (path.isEmpty()
                                ? other.get("/v1/webhooks/" + id)
                                : other.post("/v1/webhooks/" + id + path))
                        .then()
                        .statusCode(404));
        other.delete("/v1/webhooks/" + id).then().statusCode(404);
        other.get("/v1/webhooks").then().body("items.id", not(hasItem(id)));
        subscriber.asProvider().get("/v1/webhooks").then().body("items.id", contains(id));
        Requests.as(READ, "*").get("/v1/webhooks/" + id).then().statusCode(200);
        Requests.as(WRITE, subscriber.provider())
                .get("/v1/webhooks/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void aWebhookForAnothersProviderIsForbidden() {
        subscriber.register("{ \"url\": \"%s\", \"providerIds\": [ \"RJ1\" ] }".formatted(subscriber.url()), 403);
    }

    @Test
    void aDeletedWebhookIsGone() {
        var id = subscriber.registered().<String>path("id");

        subscriber.asProvider().delete("/v1/webhooks/" + id).then().statusCode(204);

        subscriber.asProvider().get("/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void theSameReceiverIsRegisteredOnce() {
        subscriber.registered();

        subscriber
                .register("{ \"url\": \"%s\" }".formatted(subscriber.url()), 409)
                .body("code", equalTo("WEBHOOK_EXISTS"));
    }

    @Test
    void whereTheHubDoesNotSendNothingIsRegistered() {
        subscriber
                .register("{ \"url\": \"http://169.254.169.254/latest/meta-data\" }", 422)
                .body("code", equalTo("RULE_BROKEN"))
                .body("errors[0].pointer", equalTo("/url"))
                .body("errors[0].code", equalTo("ADDRESS_NOT_ALLOWED"))
                .body("errors[0].detail", startsWith("Use a host with public addresses only"));
        subscriber
                .register("{ \"url\": \"http://me:zq7@localhost/hook\" }", 422)
                .body("errors[0].code", equalTo("CREDENTIALS_IN_URL"));
    }

    @Test
    void aRequestThatCannotBeUsedIsPointedAt() {
        subscriber
                .register("{ \"URL\": \"zq7\", \"statuses\": [ \"zq7\" ], \"providerIds\": [] }", 400)
                .body("code", equalTo("VALIDATION"))
                .body("errors.pointer", contains("/URL", "/providerIds", "/statuses", "/url"));
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
}
