package org.notificationhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.notificationhub.intake.Requests.asProvider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.Decision;
import org.notificationhub.intake.routing.RoutingClient;

@IntakeTest
class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile JsonNode asked;

    @BeforeEach
    void standInForRouting() {
        RoutingClient routing = question -> {
            asked = question;
            return new Decision(
                    "STAND-IN",
                    LocalDate.of(2026, 11, 20),
                    new Decision.Provider("RJ1", "NHS_BODY", "REGISTER", null),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        };
        QuarkusMock.installMockForType(routing, RoutingClient.class, RestClient.LITERAL);
    }

    @Test
    void aCheckAsksRoutingWithTheFactsAndWithoutFreeText() throws JsonProcessingException {
        var body = """
                { "type": "EVENT_STOPS_SERVICE", "reference": "INC-1", "provider": { "id": "RJ1" },
                  "awareAt": "2026-11-20T10:00:00+01:00", "summary": "Power cut.",
                  "details": { "cause": "UTILITY", "utility": "ELECTRICITY", "outageHours": 25.5,
                               "circumstances": "A substation burned." } }""";

        asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications/check")
                .then()
                .statusCode(200)
                .body("faults", empty())
                .body("decision.rulesVersion", equalTo("STAND-IN"));

        assertThat(JSON.readTree(asked.toString())).isEqualTo(JSON.readTree("""
                { "type": "EVENT_STOPS_SERVICE", "provider": { "id": "RJ1" }, "on": "2026-11-20",
                  "awareAt": "2026-11-20T09:00:00.000Z",
                  "facts": { "cause": "UTILITY", "utility": "ELECTRICITY", "outageHours": 25.5 } }"""));
    }

    @Test
    void aCodeThatTheDosesContradictIsWarnedOf() {
        asProvider()
                .contentType(ContentType.JSON)
                .body(Requests.contradictedExposure("INC-1"))
                .post("/v1/notifications/check")
                .then()
                .statusCode(200)
                .body("faults", empty())
                .body("warnings.pointer", contains("/details/saueCode"))
                .body("warnings.code", contains("CODE_CONTRADICTED"));
    }
}
