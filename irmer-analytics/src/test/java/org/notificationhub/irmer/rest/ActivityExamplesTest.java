package org.notificationhub.irmer.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** What the API document shows is taken as it stands. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ActivityExamplesTest {

    @Test
    void figuresAndTheSameFiguresAsATable() {
        put("application/json", ActivityResource.JSON_EXAMPLE).body("changed", is(2));

        put("text/csv", ActivityResource.CSV_EXAMPLE)
                .body("changed", is(0))
                .body("figures.amount", hasItems(116000, 5200));
    }

    @Test
    void aTimeToFreeze() {
        writer().contentType("application/json")
                .body(SnapshotResource.EXAMPLE)
                .post("/v1/irmer/years/1927-28/snapshots")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse put(String type, String body) {
        return writer().contentType(type)
                .body(body.getBytes(UTF_8))
                .put("/v1/irmer/activity/1928-29")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification writer() {
        return given().auth().oauth2(TestTokens.token("analytics:write", "*"));
    }
}
