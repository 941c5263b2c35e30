package org.notificationhub.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.notificationhub.intake.Requests.as;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.injury;
import static org.notificationhub.intake.Requests.newReference;
import static org.notificationhub.intake.Requests.post;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.platform.TestTokens;

/** Whatever is wrong: the right status, a problem body that helps, no echo of what was sent, and nothing stored. */
@IntakeTest
class BadInputTest {

    private static final String CANARY = "zq7canary";

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void countRows() throws SQLException {
        before = rows();
    }

    @AfterEach
    void nothingWasStored() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("not JSON", CANARY),
                Arguments.of("empty", ""),
                Arguments.of("truncated", injury(CANARY).substring(0, 90)),
                Arguments.of("two documents", injury(CANARY) + injury(CANARY)),
                Arguments.of("a member twice", "{\"type\":\"" + CANARY + "\",\"type\":\"OTHER\"}"),
                Arguments.of("a NUL", injury(CANARY, "\\u0000")),
                Arguments.of("half of a surrogate pair", injury(CANARY, "\\ud800")),
                Arguments.of("a NUL in a name", "{\"\\u0000\": 1}"),
                Arguments.of("a number beyond all numbers", "{\"details\": 1e99999999999}"),
                Arguments.of("deep nesting", "{\"details\":" + "[".repeat(500) + "]".repeat(500) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void whatCannotBeReadIsRefused(String name, String body) {
        problem(post(body), 400, "UNREADABLE");
    }

    static Stream<Arguments> misshapen() {
        var good = injury(CANARY);
        return Stream.of(
                Arguments.of("an unknown member", good.replace("{ \"type\"", "{ \"colour\": 1, \"type\""), "/colour"),
                Arguments.of("an unknown type", good.replace("SERIOUS_INJURY", "BAD_DAY"), "/type"),
                Arguments.of(
                        "a wrong type", good.replace("\"details\": {", "\"test\": \"no\", \"details\": {"), "/test"),
                Arguments.of("a date-time without offset", good.replace("10:00:00Z", "10:00:00"), "/awareAt"),
                Arguments.of("a date that is none", good.replace("2026-11-20T10", "2026-13-41T10"), "/awareAt"),
                Arguments.of("an unknown code", good.replace("FRACTURE", "SORE_THUMB"), "/details/injury"),
                Arguments.of("a provider id out of shape", good.replace("\"RJ1\"", "\"R J 1 !\""), "/provider/id"),
                Arguments.of("an employer for an injury", good.replace("\"id\"", "\"employer\""), "/provider/employer"),
                Arguments.of("no provider id", good.replace("\"id\": \"RJ1\"", ""), "/provider/id"),
                Arguments.of(
                        "an employer's code out of shape", Requests.exposure(CANARY, "R J 1 !"), "/provider/employer"),
                Arguments.of(
                        "both id and employer",
                        Requests.exposure(CANARY, "EMP-1").replace("{ \"employer\"", "{ \"id\": \"RJ1\", \"employer\""),
                        "/provider"),
                Arguments.of(
                        "an unknown country",
                        good.replace("\"RJ1\"", "\"RJ1\", \"country\": \"" + CANARY + "\""),
                        "/provider/country"),
                Arguments.of(
                        "an unknown criterion",
                        good.replace(
                                "\"details\": {",
                                "\"lfpse\": { \"reference\": \"L-1\", \"cqcCriteria\": \"5\" }, \"details\": {"),
                        "/lfpse/cqcCriteria"),
                Arguments.of("an array", "[" + good + "]", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misshapen")
    void whatDoesNotFitTheSchemaIsPointedAt(String name, String body, String pointer) {
        problem(post(body), 400, "VALIDATION").body("errors.pointer", hasItems(pointer));
    }

    @Test
    void everyMissingMemberIsNamedAtOnce() {
        problem(post("{ \"type\": \"IRMER_SAUE\" }"), 400, "VALIDATION")
                .body("errors.pointer", hasItems("/reference", "/provider", "/details"));
    }

    @Test
    void aTimeInTheFutureBreaksARule() {
        problem(post(injury(CANARY).replace("2026-11-20", "2126-11-20")), 422, "RULE_BROKEN")
                .body("errors.pointer", hasItems("/awareAt", "/occurredAt"));
    }

    @Test
    void awarenessBeforeTheEventBreaksARule() {
        problem(post(injury(CANARY).replace("T10:00:00Z", "T09:00:00Z")), 422, "RULE_BROKEN")
                .body("errors.pointer", hasItems("/awareAt"));
    }

    @Test
    void whatIdentifiesAPersonIsRefusedWithoutRepeatingIt() {
        var answer = problem(post(injury(CANARY, "Seen by 943 476 5919 and jo@example.org")), 422, "RULE_BROKEN")
                .body("errors.code", hasItems("NHS_NUMBER", "EMAIL_ADDRESS"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("943").doesNotContain("example.org");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/notifications"))
                .header("Authorization", "Bearer " + TestTokens.token(Requests.WRITE, "RJ1"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(injury(CANARY, "x".repeat(10_000_000))))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE").doesNotContain(CANARY);
    }

    @Test
    void withoutATokenNothingIsTaken() {
        problem(json(given()).body(injury(CANARY)).post("/v1/notifications").then(), 401, "UNAUTHENTICATED")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void anExpiredOrForgedTokenIsRefused() {
        var expired = TestTokens.token(Requests.WRITE, Duration.ofMinutes(-10), "RJ1");
        problem(sent(expired), 401, "UNAUTHENTICATED");
        problem(sent(CANARY), 401, "UNAUTHENTICATED");
        var valid = TestTokens.token(Requests.WRITE, "RJ1");
        problem(sent(valid.substring(0, valid.lastIndexOf('.') + 1) + "AAAA"), 401, "UNAUTHENTICATED");
    }

    @Test
    void anotherProvidersTokenOrAnotherScopeIsForbidden() {
        problem(
                json(as(Requests.WRITE, "RGT"))
                        .body(injury(CANARY))
                        .post("/v1/notifications")
                        .then(),
                403,
                "FORBIDDEN");
        problem(
                json(as(Requests.READ, "RJ1"))
                        .body(injury(CANARY))
                        .post("/v1/notifications")
                        .then(),
                403,
                "FORBIDDEN");
    }

    @Test
    void aWrongMethodMediaTypeOrPathIsAnsweredAsAProblem() {
        problem(asProvider().delete("/v1/notifications").then(), 405, "METHOD_NOT_ALLOWED");
        problem(
                asProvider()
                        .contentType("text/plain")
                        .body(CANARY)
                        .post("/v1/notifications")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(asProvider().get("/v1/nothing-here").then(), 404, "NOT_FOUND");
        problem(asProvider().get("/v1/notifications/not-an-id").then(), 404, "NOT_FOUND");
    }

    @Test
    void aQueryThatCannotBeUsedIsPointedAt() {
        problem(asProvider().get("/v1/notifications?limit=900&status=" + CANARY).then(), 400, "QUERY_INVALID")
                .body("errors", hasSize(2));
        problem(asProvider().get("/v1/notifications?cursor=" + CANARY).then(), 400, "CURSOR_INVALID");
    }

    @Test
    void aCorrelationIdOutOfFormIsRefused() {
        problem(
                asProvider()
                        .header("X-Correlation-ID", CANARY + " spaces")
                        .get("/v1/notifications")
                        .then(),
                400,
                "CORRELATION_ID_INVALID");
    }

    @Test
    void aCheckTellsTheFaultsAndStoresNothing() {
        asProvider()
                .contentType(ContentType.JSON)
                .body(injury(newReference()).replace("FRACTURE", "SORE_THUMB"))
                .post("/v1/notifications/check")
                .then()
                .statusCode(200)
                .body("faults.pointer", equalTo(List.of("/details/injury")));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        var body = answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .extract()
                .asString();
        assertThat(body).doesNotContain(CANARY).doesNotContain("Exception").doesNotContain("\tat ");
        return answer;
    }

    private static ValidatableResponse sent(String token) {
        return json(given().auth().oauth2(token))
                .body(injury(CANARY))
                .post("/v1/notifications")
                .then();
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }

    private long rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from notification_version")) {
            result.next();
            return result.getLong(1);
        }
    }
}
