package org.notificationhub.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.newReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.ApiSnapshot;

@IntakeTest
class ApiDocumentTest {

    private static final RestAssuredConfig AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @Test
    void theApiIsTheOneThatWasAgreed() throws IOException {
        var served = given().get("/q/openapi").asString();

        assertThat(served).isEqualTo(ApiSnapshot.agreed("notification-intake", served));
    }

    @Test
    void everyExampleOfABodyIsAccepted() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());

        for (var path : document.get("paths").properties()) {
            var body = path.getValue().at("/post/requestBody/content");
            if (body.isObject()) {
                var mediaType = body.fieldNames().next();
                send(path.getKey(), mediaType, example(body.get(mediaType)));
            }
        }
    }

    private static void send(String path, String mediaType, String example) {
        var reference = newReference();
        var id = path.contains("{id}") ? Requests.posted(reference) : "none";
        var status = asProvider()
                .config(AS_TEXT)
                .header("Ocp-Apim-Subscription-Key", "key-of-a-trust")
                .contentType(mediaType)
                .body(example.replace("INC-2026-000123", reference)
                        .replace("incidents.provider.example", "localhost")
                        .replace("\n", " "))
                .post(path.replace("{id}", id))
                .statusCode();

        assertThat(status).as(path).isIn(200, 201, 202);
    }

    private static String example(JsonNode content) {
        var example = content.get("example");
        return example.isTextual() ? example.textValue() : example.toString();
    }
}
