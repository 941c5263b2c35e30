package org.notificationhub.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CallbackReceiver.class)
class ManagementTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void healthIsOnTheManagementPortOnly() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void theApiDocumentIsWhereTheApiIs() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("/adverse-event/fhir/AdverseEvent"));
    }
}
