package org.notificationhub.routing.delivery;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.notificationhub.platform.TestTokens;

/** What those who manage deliveries see of duties. */
final class DutyApi {

    private DutyApi() {}

    static RequestSpecification manager() {
        return given().auth().oauth2(TestTokens.token("deliveries:manage", "*"));
    }

    static ValidatableResponse list(Sender sender, String query) {
        return manager()
                .get("/v1/duties?providerId=" + sender.provider + "&" + query)
                .then()
                .statusCode(200);
    }

    /** The duty to tell CQC, which comes first because it has an end. */
    static ValidatableResponse duty(Sender sender) {
        return list(sender, "limit=1").rootPath("items[0]");
    }
}
