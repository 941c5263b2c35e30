package org.notificationhub.routing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.notificationhub.platform.TestTokens;

/** Registers as tests send them. */
final class Registers {

    static final String HEADER =
            "Location ID,Location Name,Provider ID,Provider Name,Provider Type/Sector,Provider Ownership Type\n";

    private Registers() {}

    /** An id that no other test uses. */
    static String newProvider(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    static ValidatableResponse imported(String asOf, String csv) {
        return manager()
                .contentType("text/csv")
                .body(csv)
                .post("/v1/providers/import?asOf=" + asOf)
                .then();
    }

    static ValidatableResponse importedJson(String asOf, String json) {
        return manager()
                .contentType("application/json")
                .body(json)
                .post("/v1/providers/import?asOf=" + asOf)
                .then();
    }

    static Response lines(String csv) {
        return manager()
                .contentType("text/csv")
                .accept("application/x-ndjson")
                .body(csv)
                .post("/v1/providers/import");
    }

    static String provider(String id) {
        return "{\"providerId\": \"%s\", \"ownershipType\": \"NHS Body\", \"type\": \"NHS Healthcare Organisation\"}"
                .formatted(id);
    }

    static String trust(String id) {
        return "%s01,A Ward,%s,A Trust,NHS Healthcare Organisation,NHS Body\n".formatted(id, id);
    }

    static String home(String id, String name) {
        return "1-1,\"Home, Sweet\",%s,%s,Social Care Org,Organisation\n".formatted(id, name);
    }

    static RequestSpecification manager() {
        return as("deliveries:manage");
    }

    static RequestSpecification as(String scope) {
        return given().auth().oauth2(TestTokens.token(scope, "*"));
    }
}
