package org.notificationhub.intake.webhook;

import static org.notificationhub.intake.Requests.READ;
import static org.notificationhub.intake.Requests.WRITE;

import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.notificationhub.intake.Requests;

/** A provider's system that sends notifications and wants to hear of them at {@code url}. */
record Subscriber(String provider, String url) {

    static Subscriber at(String url) {
        return new Subscriber(Requests.newProvider(), url);
    }

    RequestSpecification asProvider() {
        return Requests.as(WRITE + " " + READ, provider);
    }

    ExtractableResponse<?> registered() {
        return register("{ \"url\": \"%s\" }".formatted(url));
    }

    ExtractableResponse<?> register(String body) {
        return register(body, 201).extract();
    }

    ValidatableResponse register(String body, int status) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(status);
    }

    /** Or the service would go on knocking at a door that is no longer there. */
    void unregister() {
        asProvider()
                .get("/v1/webhooks")
                .jsonPath()
                .<String>getList("items.id")
                .forEach(id -> asProvider().delete("/v1/webhooks/" + id));
    }

    String posted(String reference) {
        return sent("/v1/notifications", Requests.injury(reference).replace("RJ1", provider));
    }

    String sent(String path, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
