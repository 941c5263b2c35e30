package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.notificationhub.routing.Registers.HEADER;
import static org.notificationhub.routing.Registers.as;
import static org.notificationhub.routing.Registers.home;
import static org.notificationhub.routing.Registers.imported;
import static org.notificationhub.routing.Registers.importedJson;
import static org.notificationhub.routing.Registers.lines;
import static org.notificationhub.routing.Registers.manager;
import static org.notificationhub.routing.Registers.newProvider;
import static org.notificationhub.routing.Registers.provider;
import static org.notificationhub.routing.Registers.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.TestTokens;

/** How a register is sent, and how the import answers. Every test has providers of its own. */
@QuarkusTest
class RegisterImportTest {

    private final String one = newProvider("A");

    @Inject
    EntityManager database;

    @TestHTTPResource("/v1/providers/import")
    URI address;

    @Test
    void theDayIsTodayAtMost() {
        imported("2999-01-01", HEADER + trust(one)).statusCode(400).body("errors[0].code", equalTo("IN_THE_FUTURE"));
        imported("soon", HEADER + trust(one)).statusCode(400).body("errors[0].code", equalTo("NOT_A_DATE"));
        manager().get("/v1/providers/RJ1?on=soon").then().statusCode(400);
    }

    @Test
    void onlyWhoManagesDeliveriesMayImport() {
        given().contentType("text/csv")
                .body(HEADER)
                .post("/v1/providers/import")
                .then()
                .statusCode(401);
        as("notifications:write")
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/providers/import")
                .then()
                .statusCode(403);
        as("notifications:read").get("/v1/providers/imports").then().statusCode(403);
        as("notifications:read").get("/v1/providers").then().statusCode(403);
        as("notifications:read").get("/v1/providers/RJ1").then().statusCode(200);
        manager()
                .contentType("application/xml")
                .body("<a/>")
                .post("/v1/providers/import")
                .then()
                .statusCode(415);
    }

    @Test
    void importsAreListedNewestFirstInPages() {
        imported("2023-01-01", HEADER + trust(one));
        imported("2023-02-01", HEADER + trust(one) + ",,,,,Organisation\n");

        var first = manager()
                .get("/v1/providers/imports?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getList("items")).hasSize(1);
        assertThat(first.getString("items[0].asOf")).isEqualTo("2023-02-01");
        assertThat(first.getString("items[0].state")).isEqualTo("DONE");
        assertThat(first.getString("items[0].importedBy")).isEqualTo("test-client");
        assertThat(first.getString("items[0].sha256")).hasSize(64);
        assertThat(first.getInt("items[0].refused")).isEqualTo(1);
        manager().get(first.getString("next")).then().body("items[0].asOf", equalTo("2023-01-01"));
    }

    @Test
    void twoImportsAtOnceAreNotTaken() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select pg_advisory_xact_lock(20100401)").getSingleResult();

            imported("2023-01-01", HEADER + trust(one))
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("IMPORT_RUNNING"));
            lines(HEADER + trust(one)).then().statusCode(409).contentType("application/problem+json");
        });
    }

    @Test
    void anImportTellsLineByLineHowFarItIs() {
        var file = HEADER
                + IntStream.range(0, 60_000)
                        .mapToObj(location -> home(one + location / 3, "A Home Limited"))
                        .collect(Collectors.joining());

        var lines = lines(file)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .split("\n");

        assertThat(lines).hasSize(13).startsWith("{\"read\":5000}", "{\"read\":10000}");
        var summary = JsonPath.from(lines[12]);
        assertThat(summary.getInt("read")).isEqualTo(60_000);
        assertThat(summary.getInt("added")).isEqualTo(20_000);
        assertThat(summary.getList("refusals")).isEmpty();
    }

    @Test
    void anImportThatBreaksOffOnTheWayEndsWithItsProblem() {
        var broken = IntStream.range(0, 5_001).mapToObj(each -> provider(one)).collect(Collectors.joining("\n")) + "{";

        var lines = manager()
                .contentType("application/x-ndjson")
                .accept("application/x-ndjson")
                .body(broken.getBytes(StandardCharsets.UTF_8))
                .post("/v1/providers/import")
                .asString()
                .split("\n");

        assertThat(lines).hasSize(2);
        assertThat(JsonPath.from(lines[1]).getString("problem.code")).isEqualTo("UNREADABLE");
        manager().get("/v1/providers/" + one).then().statusCode(404);
    }

    @Test
    void aRegisterMayBeLargerThanAnythingElse() {
        var spaces = " ".repeat(3 * 1024 * 1024);

        importedJson("2023-01-01", spaces + provider(one)).statusCode(200);
        given().contentType("application/json")
                .body("{" + spaces + "}")
                .post("/v1/decisions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_LARGE"))
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsMeasured() throws IOException, InterruptedException {
        var spaces = " ".repeat(3 * 1024 * 1024);

        assertThat(chunked(address.resolve("/v1/decisions"), "{" + spaces + "}").statusCode())
                .isEqualTo(413);
        assertThat(chunked(address, spaces + provider(one)).statusCode()).isEqualTo(200);
        assertThat(chunked(address, " ".repeat(65 * 1024 * 1024)).body()).contains("TOO_LARGE", "64 MiB");
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedAsAWhole() {
        imported("2023-01-01", "Name,Postcode,CQC Provider ID (for office use only)\n" + "A Home,X," + one + "\n")
                .statusCode(422)
                .body("detail", containsString("Provider Ownership Type"))
                .body("errors.code", equalTo(List.of("COLUMN_MISSING", "COLUMN_MISSING", "COLUMN_MISSING")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json", "application/x-ndjson"})
    void theExamplesOfTheApiDocumentAreTakenAsTheyStand(String mediaType) throws IOException {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
        var example = document.at("/paths/~1v1~1providers~1import/post/requestBody/content")
                .get(mediaType)
                .get("example");
        var body = example.isTextual() ? example.textValue() : example.toString();

        manager()
                .contentType(mediaType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/providers/import")
                .then()
                .statusCode(200)
                .body("providers", equalTo(1))
                .body("refused", equalTo(0));
    }

    private static HttpResponse<String> chunked(URI address, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TestTokens.token("deliveries:manage", "*"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
