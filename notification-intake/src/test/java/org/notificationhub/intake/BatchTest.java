package org.notificationhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.contradictedExposure;
import static org.notificationhub.intake.Requests.injury;
import static org.notificationhub.intake.Requests.newReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@IntakeTest
class BatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aBadLineNeverStopsTheRest() throws IOException {
        var good = line(newReference());
        var file = String.join("\n", good, "{ \"type\": ", line(newReference()), "", line(newReference()));

        var results = send(file);

        assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(1, 2, 3, 4, 5);
        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(202, 400, 202, 400, 202);
        assertThat(results.get(1).at("/problem/code").textValue()).isEqualTo("UNREADABLE");
    }

    @Test
    void sendingTheFileAgainChangesNothing() throws IOException {
        var file = String.join(
                        "\n",
                        IntStream.range(0, 600)
                                .mapToObj(n -> line(newReference()))
                                .toList()) + "\n";
        var first = send(file);

        var second = send(file);

        assertThat(second)
                .hasSize(600)
                .allMatch(result -> result.get("replayed").booleanValue());
        assertThat(ids(second)).isEqualTo(ids(first)).doesNotHaveDuplicates();
    }

    @Test
    void theSameLineTwiceInOneFileIsOneNotification() throws IOException {
        var reference = newReference();

        var results = send(line(reference) + "\n" + line(reference) + "\n");

        assertThat(ids(results).get(0)).isEqualTo(ids(results).get(1));
    }

    @Test
    void aLineWhoseDosesContradictItsCodeIsTakenWithAWarning() throws IOException {
        var exposure = contradictedExposure(newReference()).replace("\n", " ");

        var results = send(exposure + "\n" + line(newReference()) + "\n");

        assertThat(results.get(0).at("/status").intValue()).isEqualTo(202);
        assertThat(results.get(0).at("/warnings/0/pointer").textValue()).isEqualTo("/details/saueCode");
        assertThat(results.get(1).has("warnings")).isFalse();
    }

    @Test
    void aLineThatIsTooLongIsRefusedAlone() throws IOException {
        var tooLong = injury(newReference(), "x".repeat(300_000)).replace("\n", " ");

        var results = send(tooLong + "\n" + line(newReference()));

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(413, 202);
    }

    private static String line(String reference) {
        return injury(reference).replace("\n", " ");
    }

    private static List<String> ids(List<JsonNode> results) {
        return results.stream().map(result -> result.get("id").textValue()).toList();
    }

    private static List<JsonNode> send(String file) throws IOException {
        var raw = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT));
        var answer = asProvider()
                .config(raw)
                .contentType("application/x-ndjson")
                .body(file)
                .post("/v1/notifications/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(answer).readAll();
    }
}
