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
import org.notificationhub.platform.TestTokens;

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
            for (var operation : path.getValue().properties()) {
                assertThat(operation.getValue().path("summary").asText())
                        .as(path.getKey())
                        .isNotBlank();
                answered(operation.getKey(), path.getKey(), operation.getValue());
            }
        }
    }

    private static void answered(String method, String path, JsonNode operation) {
        var request = given().auth()
                .oauth2(TestTokens.token("catalogue:write", "*"))
                .queryParams(examples(operation, "query"))
                .pathParams(examples(operation, "path"));
        if (method.equals("post")) {
            var body = operation.at("/requestBody/content/application~1json/examples");
            request.contentType("application/json")
                    .body(body.iterator().next().get("value").toString());
        }
        request.request(method, path).then().statusCode(method.equals("post") ? 201 : 200);
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
