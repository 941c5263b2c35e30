package org.notificationhub.irmer;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.notificationhub.irmer.Notifications.anExposure;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.irmer.count.Recount;
import org.notificationhub.irmer.rest.BulkClassificationResource;
import org.notificationhub.platform.HubPlatform;
import org.notificationhub.platform.TestTokens;

/** Many classifications in one request, of events from a real broker. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class BulkClassificationTest {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final Told told;
    private final Recount recount;

    BulkClassificationTest(Told told, Recount recount) {
        this.told = told;
        this.recount = recount;
    }

    @Test
    void aBadLineNeverStopsTheRest() {
        var first = told.of(anExposure().received("2080-05-01T10:00:00Z"));
        var second = told.of(anExposure().received("2080-05-02T10:00:00Z"));

        var answers = send(CSV, """
                \uFEFFid,sub_modality,tier1,tier2,tier3,factors
                %s,CT,REFERRER,INCORRECT_REFERRAL,WRONG_PATIENT,INTERRUPTION; WORKLOAD
                canary,CT,,,,
                %s,CT,CANARY,,,
                %s,CT,"CANARY
                %s,CT
                %s,,,PATIENT_CHECKS,,

                "%s",,OPERATOR,"PATIENT_CHECKS",,
                """.formatted(first, UUID.randomUUID(), first, first, first, second));

        assertThat(answers)
                .extracting(line -> line.getInt("line") + " " + line.getInt("status"))
                .containsExactly("2 201", "3 400", "4 404", "5 400", "6 400", "7 422", "9 201");
        assertThat(answers)
                .extracting(line -> line.getString("problem.errors[0].code"))
                .containsExactly(null, "NOT_AN_ID", null, "NOT_CSV", "NUMBER_OF_CELLS", "TIER_ABOVE_MISSING", null);
        assertThat(answers).extracting(JsonPath::prettify).noneMatch(line -> line.contains("CANARY"));
        classification(first).body("tier3", is("WRONG_PATIENT")).body("factors", contains("INTERRUPTION", "WORKLOAD"));
        classification(second).body("tier2", is("PATIENT_CHECKS"));
        assertThat(recount.drift()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var id = told.of(anExposure().received("2081-05-01T10:00:00Z"));
        var file = "id,tier1\r\n%s,OPERATOR\r\n".formatted(id);
        send(CSV, file);

        var again = send(CSV, file);

        assertThat(again.get(0).getInt("status")).isEqualTo(200);
        assertThat(again.get(0).getBoolean("unchanged")).isTrue();
        classification(id).body("revision", is(1));
    }

    @Test
    void aLaterLineOfAFileReplacesAnEarlierOne() {
        var id = told.of(anExposure().received("2081-06-01T10:00:00Z"));

        var answers = send(CSV, "id,tier1\n%s,OPERATOR\n%s,EQUIPMENT\n%s,EQUIPMENT\n".formatted(id, id, id));

        assertThat(answers).extracting(line -> line.getInt("revision")).containsExactly(1, 2, 2);
        classification(id).body("tier1", is("EQUIPMENT")).body("revision", is(2));
        assertThat(recount.drift()).isEmpty();
    }

    @Test
    void anEventIsNamedAsItsSenderCallsIt() {
        var exposure = anExposure().by("EMP-BULK");
        told.of(exposure.received("2082-05-01T10:00:00Z"));

        var answers =
                send(NDJSON, """
                {"reference": "REF-%s", "provider": "EMP-BULK", "tier1": "OPERATOR"}
                {"reference": "REF-%s", "provider": "EMP-OTHER", "tier1": "OPERATOR"}
                {"reference": "REF-%s"}
                {"canary": 1}
                {"id": 1, "id": 2}
                {"id": ["%s"]}
                null
                {"id": "%s", "factors": []}
                {"reference": "\\u0000", "provider": "RJ1"}
                {"reference": "\\ud800", "provider": "RJ1"}
                """.formatted(exposure.id(), exposure.id(), exposure.id(), exposure.id(), exposure.id()));

        assertThat(answers)
                .extracting(line -> line.getInt("status"))
                .containsExactly(201, 404, 400, 400, 400, 400, 400, 200, 400, 400);
        assertThat(answers.get(0).getString("id")).isEqualTo(exposure.id().toString());
        assertThat(answers).extracting(JsonPath::prettify).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void theExamplesAreTaken() {
        var exposure = anExposure();
        told.of(exposure.received("2082-06-01T10:00:00Z"));
        var sent = "REF-" + exposure.id();

        assertThat(send(CSV, BulkClassificationResource.CSV_EXAMPLE.replace("INC-2026-001053", sent)))
                .extracting(line -> line.getInt("status"))
                .containsExactly(201);
        assertThat(send(NDJSON, BulkClassificationResource.LINE_EXAMPLE.replace("INC-2026-001053", sent)))
                .extracting(line -> line.getInt("revision"))
                .containsExactly(2);
    }

    @Test
    void linesKeepTheirOrderAcrossTransactions() {
        var id = told.of(anExposure().received("2083-05-01T10:00:00Z"));
        var lines = IntStream.rangeClosed(1, 1201)
                .mapToObj(number -> id + (number % 2 == 0 ? ",OPERATOR" : ",EQUIPMENT"))
                .collect(joining("\n", "id,tier1\n", ""));

        var answers = send(CSV, lines);

        assertThat(answers)
                .extracting(line -> line.getInt("revision"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1201).boxed().toList());
        classification(id).body("tier1", is("EQUIPMENT")).body("revision", is(1201));
        assertThat(recount.drift()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "tier1\nOPERATOR\n", "id,canary\n", "id,id\n", "reference,tier1\n", "\"id\n"})
    void aFileWhoseColumnsMeanNothingIsRefused(String file) {
        post(CSV, file).statusCode(400).body("code", is("VALIDATION"));
    }

    @Test
    void nothingElseIsTaken() {
        post("application/json", "[]").statusCode(415);
    }

    private static List<JsonPath> send(String form, String body) {
        return post(form, body)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }

    private static ValidatableResponse post(String form, String body) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:write", "*"))
                .config(config().encoderConfig(encoderConfig()
                        .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                        .defaultContentCharset("UTF-8")))
                .contentType(form)
                .body(body)
                .post("/v1/irmer/classifications")
                .then();
    }

    private static ValidatableResponse classification(UUID id) {
        return given().auth()
                .oauth2(TestTokens.token("analytics:read", "*"))
                .get("/v1/irmer/events/" + id + "/classification")
                .then()
                .statusCode(200);
    }
}
