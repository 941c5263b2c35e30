package org.notificationhub.sandbox;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.UUID;

/** What a well-behaved client sends. */
public final class Requests {

    public static final String EVENTS = "/adverse-event/fhir/AdverseEvent";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    public static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static ObjectNode incident() {
        return resource("/lfpse/incident.json");
    }

    public static ObjectNode outcome() {
        return resource("/lfpse/outcome.json");
    }

    public static RequestSpecification lfpse() {
        return given().header("Ocp-Apim-Subscription-Key", "key-of-the-test")
                .header("X-Request-ID", UUID.randomUUID())
                .contentType("application/fhir+json");
    }

    public static ObjectNode notification() {
        return read("""
                {"requestId": "0199c1de-0000-7000-8000-000000000001", "action": "SUBMIT",
                 "notificationId": "0199c1de-0000-7000-8000-000000000002", "version": 1,
                 "type": "SERIOUS_INJURY", "reference": "INC-2026-000123",
                 "provider": {"id": "1-101605671", "locationId": "1-101605672"},
                 "occurredAt": "2026-11-20T09:15:00Z", "awareAt": "2026-11-20T10:00:00.000Z",
                 "summary": "Fall from bed; hip fracture.",
                 "people": [{"code": "SU-0417", "role": "SERVICE_USER", "ageBand": "75-84"}],
                 "details": {"injury": "FRACTURE"}, "test": false}
                """);
    }

    public static ObjectNode change(String action, String previousReference) {
        return notification().put("action", action).put("version", 2).put("previousReference", previousReference);
    }

    public static RequestSpecification cqc(String key) {
        return given().header("Idempotency-Key", key)
                .header("X-Request-ID", key)
                .contentType("application/json");
    }

    public static RequestSpecification cqc() {
        return cqc(UUID.randomUUID().toString());
    }

    public static void behave(Authority authority, String behaviour) {
        given().contentType("application/json")
                .body(behaviour)
                .put("/sandbox/behaviour/" + authority)
                .then()
                .statusCode(200);
    }

    /** Nothing received, nothing held, the usual behaviour. */
    public static void startAfresh() {
        for (var authority : Authority.values()) {
            behave(authority, "{}");
        }
        given().delete("/sandbox/received").then().statusCode(204);
    }

    private static ObjectNode resource(String path) {
        try (var file = Requests.class.getResourceAsStream(path)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
