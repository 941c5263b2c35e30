package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Intake leads senders to resources by a table of its own, so that it need not ask this service. */
@QuarkusTest
class GuidanceLinksTest {

    private static final Path TABLE = Path.of("../notification-intake/src/main/resources/guidance/guidance.json");

    @Test
    void everyResourceThatIntakeLeadsToIsServedUnderTheTitleItGives() throws IOException {
        var links = links();

        assertThat(links).isNotEmpty();
        for (var link : links) {
            given().get("/v1" + link.get("catalogue").textValue())
                    .then()
                    .statusCode(200)
                    .body("title", is(link.get("title").textValue()));
        }
    }

    private static List<JsonNode> links() throws IOException {
        return entries(new ObjectMapper().readTree(TABLE.toFile()).get("guidance"))
                .flatMap(advice -> entries(advice.get("links")))
                .filter(link -> link.has("catalogue"))
                .toList();
    }

    private static Stream<JsonNode> entries(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
