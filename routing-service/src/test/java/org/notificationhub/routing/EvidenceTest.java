package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;

@QuarkusTest
class EvidenceTest extends Journey {

    @Test
    void everyStepIsKeptInOrder() throws IOException {
        receive("SERIOUS_INJURY", INDEPENDENT);
        awaitStatus(NotificationStatus.DISCHARGED);

        var pack = pack("");

        assertThat(steps(pack))
                .containsExactly(
                        "VERSION_RECEIVED",
                        "DECISION_MADE",
                        "NOTIFICATION_ROUTED",
                        "ATTEMPT_ANSWERED",
                        "DELIVERY_ACCEPTED",
                        "EVIDENCE_LOOKED_AT");
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/pack.json"), pack.toString());
    }

    private JsonNode pack(String query) throws IOException {
        return new ObjectMapper()
                .readTree(given().auth()
                        .oauth2(TestTokens.token("deliveries:manage", "*"))
                        .get("/v1/evidence/" + id + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static List<String> steps(JsonNode pack) {
        return StreamSupport.stream(pack.get("entries").spliterator(), false)
                .map(entry -> entry.get("step").textValue())
                .toList();
    }
}
