package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.ApiSnapshot;

@QuarkusTest
class ApiDocumentTest {

    @Test
    void everyOperationIsDescribedAndItsExampleIsAnswered() throws Exception {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());

        for (var path : document.get("paths").properties()) {
            if (!path.getKey().startsWith("/v1/")) {
                continue;
            }
            var operation = path.getValue().get("get");
            assertThat(operation.path("summary").asText()).as(path.getKey()).isNotBlank();
            given().queryParams(examples(operation, "query"))
                    .pathParams(examples(operation, "path"))
                    .get(path.getKey())
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void theApiIsTheOneThatWasAgreed() throws Exception {
        var served = given().get("/q/openapi").asString();

        assertThat(served).isEqualTo(ApiSnapshot.agreed("maternity-resources", served));
    }

    @Test
    void theDocumentCanBeBrowsed() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static Map<String, Object> examples(JsonNode operation, String in) {
        var examples = new LinkedHashMap<String, Object>();
        for (var parameter : operation.path("parameters")) {
            if (in.equals(parameter.get("in").asText()) && parameter.has("example")) {
                examples.put(
                        parameter.get("name").asText(), parameter.get("example").asText());
            }
        }
        return examples;
    }
}
