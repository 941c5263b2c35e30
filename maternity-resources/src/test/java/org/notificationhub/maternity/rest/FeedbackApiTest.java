package org.notificationhub.maternity.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.maternity.store.Sql;
import org.notificationhub.platform.TestTokens;

/** Every request comes from an address of its own, unless a test says otherwise. */
@QuarkusTest
class FeedbackApiTest {

    private static final AtomicInteger READERS = new AtomicInteger();

    private final Sql sql;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    FeedbackApiTest(Sql sql) {
        this.sql = sql;
    }

    @BeforeEach
    void nobodyHasAnswered() {
        sql.change("delete from feedback");
    }

    @Test
    void anAnswerIsKeptWithItsVersionAndWithoutATraceOfTheReader() {
        send("""
                { "resource": "telephone-triage", "version": 1, "useful": "PARTLY", "audience": "FRONTLINE",
                  "intention": "SHARE", "comment": "Say how many lines a unit needs." }""").statusCode(201).body(is(""));

        var kept = sql.rows("select row_to_json(feedback)::text from feedback", row -> row.getString(1));
        assertThat(kept).hasSize(1).first().asString().contains("\"T1\"", "\"PARTLY\"", "Say how many lines");
        assertThat(kept.get(0)).doesNotContain("198.51.100").doesNotContain("RestAssured");
        assertThat(sql.rows(
                        "select column_name from information_schema.columns where table_name = 'feedback'",
                        row -> row.getString(1)))
                .containsExactlyInAnyOrder(
                        "id",
                        "resource_id",
                        "version",
                        "month",
                        "useful",
                        "audience",
                        "intention",
                        "comment",
                        "request_key");
    }

    @ParameterizedTest(name = "useful: {0} is {1}")
    @CsvSource({"true, YES", "false, NO", "\"PARTLY\", PARTLY"})
    void onlyWhetherItWasUsefulHasToBeSaid(String useful, String kept) {
        send("{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": %s }".formatted(useful))
                .statusCode(201);

        assertThat(sql.rows("select useful from feedback where audience is null", row -> row.getString(1)))
                .containsExactly(kept);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        send("""
                { "resource": "canary", "version": 0, "useful": "canary", "audience": "canary",
                  "comment": "%s" }""".formatted("canary ".repeat(200)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("VALIDATION"))
                .body("errors.pointer", contains("/audience", "/comment", "/resource", "/useful", "/version"));
        assertThat(count()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ask about 943 476 5919        | NHS_NUMBER
            write to canary@example.org   | EMAIL_ADDRESS
            call 07700 900123             | PHONE_NUMBER
            she was born on 12 March 1994 | DATE_OF_BIRTH
            """)
    void whatIdentifiesAPersonIsNotKeptAndNotSaidBack(String comment, String code) {
        var answer =
                send("{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": \"NO\", \"comment\": \"%s\" }"
                                .formatted(comment))
                        .statusCode(400)
                        .body("errors.pointer", contains("/comment"))
                        .body("errors.code", contains(code));

        assertThat(answer.extract().asString()).doesNotContain("5919", "canary", "900123", "1994");
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": \"YES\", \"name\": \"canary\" }",
                "{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": { \"canary\": 1 } }",
                "{ \"resource\": ",
                "null",
                "[]"
            })
    void whatCannotBeReadIsAProblem(String body) {
        var answer = send(body).statusCode(400).contentType("application/problem+json");

        assertThat(answer.extract().asString().replace("/canary", "")).doesNotContain("canary");
    }

    @Test
    void aVersionThatNeverWasIsNoVersion() {
        send("{ \"resource\": \"telephone-triage\", \"version\": 99, \"useful\": \"YES\" }")
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_VERSION"));
    }

    @Test
    void theSameRequestSentAgainAddsNothing() {
        var body = "{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": \"YES\" }";

        sendAs("key-1", body).statusCode(201).header("Idempotency-Replayed", nullValue());
        sendAs("\"key-1\"", body).statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(count()).isEqualTo(1);
        assertThat(sql.rows("select request_key from feedback", row -> row.getString(1)))
                .doesNotContain("key-1");
        sendAs("key-1", body.replace("YES", "NO")).statusCode(422).body("code", is("IDEMPOTENCY_KEY_REUSED"));
        sendAs("with space", body).statusCode(400).body("code", is("IDEMPOTENCY_KEY_INVALID"));
    }

    @Test
    void tooManyFromOneAddressAreToldWhenToComeBack() {
        var body = "{ \"resource\": \"telephone-triage\", \"version\": 1, \"useful\": \"YES\" }";
        for (var i = 0; i < 5; i++) {
            sendFrom("203.0.113.9", body).statusCode(201);
        }

        sendFrom("203.0.113.9", body)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(12))
                .header("RateLimit-Policy", "\"default\";q=5;w=60")
                .body("code", is("TOO_MANY"));
        sendFrom("203.0.113.10", body).statusCode(201);
    }

    @Test
    void theSummaryShowsNoCellBelowFive() {
        answer("telephone-triage", "YES", 7);
        answer("telephone-triage", "NO", 2);
        answer("duty-of-candour", "YES", 4);

        summary()
                .body("shownFrom", is(5))
                .body("answers", is(13))
                .body("items", hasSize(16))
                .body("items.find { it.resource == 'telephone-triage' }.answers", nullValue())
                .body("items.find { it.resource == 'duty-of-candour' }.answers", nullValue())
                .body("items.find { it.resource == 'duty-of-candour' }.useful", empty());
        answer("duty-of-candour", "YES", 1);
        answer("learning-loop", "PARTLY", 3);
        answer("measuring-triage", "PARTLY", 3);
        summary()
                .body("items.find { it.resource == 'telephone-triage' }.answers", is(9))
                .body("items.find { it.resource == 'telephone-triage' }.useful.answers", everyItem(nullValue()))
                .body("items.find { it.resource == 'telephone-triage' }.versions.answers", everyItem(nullValue()))
                .body("items.find { it.resource == 'telephone-triage' }.trend", hasSize(1))
                .body("items.find { it.resource == 'duty-of-candour' }.answers", is(5));
    }

    @Test
    void onlyEditorsReadWhatWasSaid() {
        for (var path : new String[] {"/v1/feedback/summary", "/v1/feedback/comments.csv"}) {
            given().get(path).then().statusCode(401).body("code", is("UNAUTHENTICATED"));
            given().auth()
                    .oauth2(TestTokens.token("analytics:read", "*"))
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("code", is("FORBIDDEN"));
        }
    }

    @Test
    void commentsAreTakenAwayInCellsThatASpreadsheetDoesNotRun() {
        comment("telephone-triage", "=HYPERLINK(\\\"x\\\", \\\"y\\\")");
        comment("duty-of-candour", "Two lines,\\nand a \\\"quote\\\"");

        var csv = editor("/v1/feedback/comments.csv")
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv).startsWith("resource,version,month,useful,comment\r\n");
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"x\"\", \"\"y\"\")\"\r\n")
                .contains("\"Two lines,\nand a \"\"quote\"\"\"\r\n");
        assertThat(editor("/v1/feedback/comments.csv?resource=duty-of-candour")
                        .extract()
                        .asString())
                .contains("duty-of-candour,1,")
                .doesNotContain("telephone-triage");
        given().auth()
                .oauth2(TestTokens.token("catalogue:write", "*"))
                .get("/v1/feedback/comments.csv?resource=canary")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("resource"));
    }

    @Test
    void answersAreCountedByWhatTheySayAlone() {
        var before = counted("NO");

        answer("telephone-triage", "NO", 2);

        assertThat(counted("NO")).isEqualTo(before + 2);
        assertThat(given().get(metrics).asString())
                .contains("hub_feedback_total{useful=\"YES\"}", "hub_feedback_total{useful=\"PARTLY\"}");
    }

    @Test
    void anAnswerIsNeverChanged() {
        answer("telephone-triage", "NO", 1);

        assertThatThrownBy(() -> sql.change("update feedback set useful = 'YES'"))
                .hasRootCauseMessage("ERROR: permission denied for table feedback");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        send("{ \"comment\": \"%s\" }".formatted("x".repeat(70_000)))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", is("TOO_LARGE"));
    }

    private double counted(String useful) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("hub_feedback_total{useful=\"" + useful + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private long count() {
        return sql.rows("select count(*) from feedback", row -> row.getLong(1)).get(0);
    }

    private static void answer(String resource, String useful, int times) {
        for (var i = 0; i < times; i++) {
            send("{ \"resource\": \"%s\", \"version\": 1, \"useful\": \"%s\" }".formatted(resource, useful))
                    .statusCode(201);
        }
    }

    private static void comment(String resource, String comment) {
        send("{ \"resource\": \"%s\", \"version\": 1, \"useful\": \"YES\", \"comment\": \"%s\" }"
                        .formatted(resource, comment))
                .statusCode(201);
    }

    private static ValidatableResponse summary() {
        return editor("/v1/feedback/summary");
    }

    private static ValidatableResponse editor(String path) {
        return given().auth()
                .oauth2(TestTokens.token("catalogue:write", "*"))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse send(String body) {
        return sendFrom(newAddress(), body);
    }

    private static ValidatableResponse sendFrom(String address, String body) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(body)
                .post("/v1/feedback")
                .then();
    }

    private static ValidatableResponse sendAs(String key, String body) {
        return given().header("X-Forwarded-For", newAddress())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/feedback")
                .then();
    }

    private static String newAddress() {
        return "198.51.100." + READERS.incrementAndGet() % 250;
    }
}
