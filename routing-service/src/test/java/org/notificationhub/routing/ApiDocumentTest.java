package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.ApiSnapshot;

@QuarkusTest
class ApiDocumentTest {

    @Test
    void theApiIsTheOneThatWasAgreed() throws IOException {
        var served = given().get("/q/openapi").asString();

        assertThat(served).isEqualTo(ApiSnapshot.agreed("routing-service", served));
    }

    @Test
    void theExampleOfAQuestionIsAnswered() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
        var example = document.at("/paths/~1v1~1decisions/post/requestBody/content/application~1json/example");

        given().contentType("application/json")
                .body(example.isTextual() ? example.textValue() : example.toString())
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }
}
