package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.decision.RuleVocabulary;

/** What routing answers over HTTP. */
@QuarkusTest
class RestTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void anybodyMayAskWhatWouldBeDecided() {
        decide("""
                {"type": "SERIOUS_INJURY", "provider": {"id": "RJ1"}, "on": "2024-03-01"}""")
                .statusCode(200)
                .body("rulesVersion", equalTo("2026-11-25"))
                .body("on", equalTo("2024-03-01"))
                .body("provider.class", equalTo("NHS_BODY"))
                .body("provider.basis", equalTo("REGISTER"))
                .body("duties[0].authority", equalTo("CQC"))
                .body("duties[0].outcome", equalTo("OWED_UNLESS_LFPSE_ACCEPTS"))
                .body("duties[0].citations[0].instrument", equalTo("SI 2009/3112"))
                .body("duties[0].citations[0].provision", containsString("18(4)"))
                .body("duties[0].citations[0].confidence", equalTo("certain"))
                .body("routes.destination", equalTo(List.of("LFPSE", "CQC")))
                .body("routes.purpose", equalTo(List.of("DISCHARGES", "FALLBACK")));
    }

    @ParameterizedTest(name = "{0} is {1} by {2}")
    @CsvSource({
        "'\"id\": \"1-101614751\"', INDEPENDENT, REGISTER",
        "'\"id\": \"1-999999999\"', INDEPENDENT, DEFAULTED",
        "'\"class\": \"NHS_BODY\"', NHS_BODY, DECLARED",
        "'\"id\": \"1-999999999\", \"class\": \"LOCAL_AUTHORITY\"', LOCAL_AUTHORITY, DECLARED",
        "'\"id\": \"RJ1\", \"class\": \"INDEPENDENT\"', NHS_BODY, REGISTER"
    })
    void theAnswerSaysWhereTheClassCameFrom(String provider, String providerClass, String basis) {
        decide("{\"type\": \"POLICE_INCIDENT\", \"provider\": {%s}}".formatted(provider))
                .statusCode(200)
                .body("provider.class", equalTo(providerClass))
                .body("provider.basis", equalTo(basis));
    }

    @Test
    void aDayBeforeTheLawIsAnsweredWithHold() {
        decide("""
                {"type": "SERIOUS_INJURY", "provider": {"class": "NHS_BODY"}, "on": "2010-03-31"}""").statusCode(200).body("duties[0].outcome", equalTo("HOLD")).body("routes", hasSize(0));
    }

    @Test
    void theDayIsTheLondonDayItBecameKnownWhereNoneIsGiven() {
        decide("""
                {"type": "IRMER_SAUE", "provider": {"class": "NHS_BODY"}, "awareAt": "2026-03-31T23:30:00Z"}""").statusCode(200).body("on", equalTo("2026-04-01"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {"type": "SERIOUS_INJURY", "provider": {"id": "RJ1"}, "colour": "zebra"} | /colour         | UNKNOWN_MEMBER
        {"type": "ZEBRA", "provider": {"id": "RJ1"}}                            | /type           | UNKNOWN_TYPE
        {"provider": {"id": "RJ1"}}                                             | /type           | REQUIRED
        {"type": "SERIOUS_INJURY"}                                              | /provider       | REQUIRED
        {"type": "SERIOUS_INJURY", "provider": {}}                              | /provider       | REQUIRED
        {"type": "IRMER_SAUE", "provider": {"country": "ZEBRA"}}                | /provider/country | NOT_A_CODE
        {"type": "IRMER_SAUE", "provider": {}, "facts": []}                     | /facts          | WRONG_TYPE
        {"type": "IRMER_SAUE", "provider": {}, "facts": {"outcome": "ZEBRA"}}   | /facts/outcome  | WRONG_VALUE
        {"type": "IRMER_SAUE", "provider": {}, "facts": {"detained": "zebra"}}  | /facts/detained | WRONG_VALUE
        {"type": "IRMER_SAUE", "provider": {}, "facts": {"diedOn": "zebra"}}    | /facts/diedOn   | WRONG_VALUE
        {"type": "IRMER_SAUE", "provider": {}, "facts": {"placedAt": "zebra"}}  | /facts/placedAt | WRONG_VALUE
        {"type": "SERIOUS_INJURY", "provider": {"class": "ZEBRA"}}              | /provider/class | NOT_A_CODE
        {"type": "SERIOUS_INJURY", "provider": {"id": "RJ1"}, "on": "zebra"}    | /on             | WRONG_TYPE
        """)
    void aQuestionThatCannotBeAnsweredIsRefusedAndNotRepeated(String body, String pointer, String code) {
        decide(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body(not(containsString("zebra")))
                .body(not(containsString("ZEBRA")));
    }

    @Test
    void anEmployerThatCqcHasNotRegisteredTellsCqcOfAnExposure() {
        decide("""
                {"type": "IRMER_SAUE", "provider": {}, "facts": {"discoveredAt": "2026-11-02T10:00:00Z"}}""")
                .statusCode(200)
                .body("provider.basis", equalTo("DEFAULTED"))
                .body("duties[0].outcome", equalTo("OWED"))
                .body("duties[0].clock.limit", equalTo("WITHIN_2_WEEKS"))
                .body("duties[0].clock.source", equalTo("CQC_GUIDANCE"))
                .body("duties[0].clock.startFact", equalTo("discoveredAt"))
                .body("duties[0].clock.due", equalTo("2026-11-16T10:00:00.000Z"))
                .body("duties[0].clock.warnings", hasSize(2));
    }

    @Test
    void withoutDelayShowsTheProvidersOwnTargetAndNoDueTime() {
        decide("""
                {"type": "SERIOUS_INJURY", "provider": {"class": "NHS_BODY"}, "on": "2024-03-01", "awareAt": "2024-03-01T10:00:00Z"}""")
                .body("duties[0].clock.limit", equalTo("WITHOUT_DELAY"))
                .body("duties[0].clock.due", nullValue())
                .body("duties[0].clock.internalTarget", equalTo("2024-03-02T10:00:00.000Z"))
                .body("duties[1].authority", equalTo("LFPSE"))
                .body("duties[1].outcome", equalTo("NOT_REQUIRED"));
    }

    @Test
    void aSiteOutsideEnglandIsLeftToAPerson() {
        decide("""
                {"type": "IRMER_SAUE", "provider": {"country": "WALES"}}""")
                .body("duties[0].outcome", equalTo("HOLD"))
                .body("duties[0].because", containsString("Healthcare Inspectorate Wales"));
    }

    @Test
    void aQuestionLeavesNoTrace() {
        decide("""
                {"type": "LIQUIDATOR_PLANS", "provider": {"class": "LOCAL_AUTHORITY"}}""").statusCode(200);

        assertThat(given().get(metrics).asString()).doesNotContain("LIQUIDATOR_PLANS/LOCAL_AUTHORITY");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"''", "'{\"type\": '", "'null'", "'[]'"})
    void whatIsNoQuestionIsRefused(String body) {
        decide(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anybodyMayHoldAnEventAgainstLfpsesProfile() throws IOException {
        var operation = given().accept("application/json").get("/q/openapi").jsonPath();
        var example = new ObjectMapper()
                .writeValueAsString(operation.getMap(
                        "paths.'/v1/lfpse/validate'.post.requestBody.content.'application/json'.example"));

        validate("application/fhir+json", example)
                .statusCode(200)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", not(hasItem("error")));
        validate("application/json", example.replace("actual", "potential").replace("-event-6", "-event-7"))
                .statusCode(200)
                .body("issue.severity", hasItem("error"))
                .body("issue.expression.flatten()", hasItem("AdverseEvent.meta.profile"));
    }

    @Test
    void whatIsNoAdverseEventIsRefusedInFhirAndNotRepeated() {
        validate("application/fhir+json", "{\"resourceType\": \"Patient\", \"name\": \"Zebra\"}")
                .statusCode(400)
                .body("issue.severity", hasItem("fatal"))
                .body(not(containsString("Zebra")));
        validate("application/json", "").statusCode(400).body("resourceType", equalTo("OperationOutcome"));
        validate("application/json", "\"" + "x".repeat(1024 * 1024) + "\"").statusCode(413);
        given().contentType("text/plain")
                .body("x")
                .post("/v1/lfpse/validate")
                .then()
                .statusCode(415);
    }

    @Test
    void theRulesInForceCanBeReadAsJsonAndAsCsv() {
        given().get("/v1/rules?on=2026-11-23")
                .then()
                .statusCode(200)
                .body("rules", hasSize(29 * 5))
                .body("providerClasses", hasSize(5));
        given().get("/v1/rules?on=2010-04-01")
                .then()
                .body(
                        "rules.find { it.type == 'SERIOUS_INJURY' && it.providerClass == 'INDEPENDENT' }.duty",
                        equalTo("HOLD"))
                .body("rules.type", hasItem("SERIOUS_INJURY"));

        var csv = given().accept("text/csv").get("/v1/rules?on=2026-11-23").asString();

        assertThat(csv.split("\r\n")).hasSize(2 + 29 * 5);
        assertThat(csv).startsWith("# edition 2026-11-25\r\nnotification_type,provider_class,");
    }

    @Test
    void theWholeTableIsServedInTheFormThatItIsReadIn() {
        var csv = given().accept("text/csv").get("/v1/rules").asString();

        assertThat(RuleTable.read(csv, RuleVocabulary.shipped()).all()).hasSizeGreaterThan(200);
    }

    @Test
    void theHistoryOfARuleIsServed() {
        given().get("/v1/rules/DOLS_OUTCOME/NHS_BODY")
                .then()
                .statusCode(200)
                .body("[0].inForceTo", equalTo("2012-06-17"))
                .body("[1].inForceFrom", equalTo("2012-06-18"))
                .body("[1].onlyIf", equalTo("outcome=GRANTED|REFUSED|WITHDRAWN"));
        given().get("/v1/rules/DOLS_OUTCOME/NOBODY").then().statusCode(404);
        given().get("/v1/rules?on=yesterday").then().statusCode(400).body("code", equalTo("QUERY_INVALID"));
    }

    @Test
    void deliveriesAreForThoseWhoManageThem() {
        given().get("/v1/deliveries").then().statusCode(401).contentType("application/problem+json");
        as("notifications:read", "*").get("/v1/deliveries").then().statusCode(403);
    }

    @Test
    void deliveriesAreListedInPagesAndShownWithTheirAttempts() {
        deliver("1-101614751");
        deliver("1-101614751");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> manager()
                                .get("/v1/deliveries?state=ACCEPTED&destination=CQC")
                                .jsonPath()
                                .getList("items")
                                .size()
                        >= 2);

        var first = manager().get("/v1/deliveries?state=ACCEPTED&destination=CQC&limit=1");
        var next = first.jsonPath().getString("next");
        var id = first.jsonPath().getString("items[0].id");

        assertThat(first.jsonPath().getList("items")).hasSize(1);
        assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
        manager().get(next).then().statusCode(200).body("items[0].id", not(equalTo(id)));
        manager()
                .get("/v1/deliveries/" + id)
                .then()
                .statusCode(200)
                .body("action", equalTo("SUBMIT"))
                .body("receipt.reference", startsWith("ENQ-"))
                .body("history[0].number", equalTo(1))
                .body("history[0].outcome", equalTo("ACCEPTED"))
                .body("history[0].startedAt", endsWith("Z"));
    }

    @Test
    void aListThatCannotBeMadeSaysWhatIsWrongWithTheQuestion() {
        manager()
                .get("/v1/deliveries?state=GONE&destination=NOWHERE&limit=0")
                .then()
                .statusCode(400)
                .body("errors", hasSize(3));
        manager().get("/v1/deliveries?cursor=x").then().statusCode(400).body("code", equalTo("CURSOR_INVALID"));
        manager().get("/v1/deliveries/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void theDecisionsAboutANotificationAreForItsProvider() {
        var id = deliver("1-101614751");
        await().atMost(Duration.ofSeconds(20)).until(() -> decisions("1-101614751", id) == 200);

        as("notifications:read", "1-101614751")
                .get("/v1/notifications/" + id + "/decisions")
                .then()
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(1))
                .body("items[0].decision.routes[0].destination", equalTo("CQC"));
        assertThat(decisions("RJ1", id)).isEqualTo(404);
        assertThat(decisions("*", id)).isEqualTo(200);
    }

    @Test
    void theRegisterIsServed() {
        given().get("/v1/providers/RJ1").then().statusCode(401);
        manager().get("/v1/providers/RJ1").then().statusCode(200).body("class", equalTo("NHS_BODY"));
        manager().get("/v1/providers/RZZ").then().statusCode(404);
    }

    private static int decisions(String provider, UUID id) {
        return as("notifications:read", provider)
                .get("/v1/notifications/" + id + "/decisions")
                .statusCode();
    }

    private UUID deliver(String provider) {
        var id = UUID.randomUUID();
        var at = Instant.parse("2026-11-20T09:15:00Z");
        try (var bus = new Bus(broker)) {
            bus.publish(
                    UUID.randomUUID(),
                    new NotificationReceived(
                            id,
                            at,
                            new NotificationContent(
                                    "SERIOUS_INJURY",
                                    "INC-" + id,
                                    new NotificationContent.Provider(provider, null, null, null),
                                    at,
                                    at,
                                    "Fall from bed.",
                                    null,
                                    null,
                                    null,
                                    JsonNodeFactory.instance.objectNode(),
                                    false)));
        }
        return id;
    }

    private static ValidatableResponse validate(String mediaType, String event) {
        return given().contentType(mediaType)
                .body(event)
                .post("/v1/lfpse/validate")
                .then();
    }

    private static ValidatableResponse decide(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/decisions")
                .then();
    }

    private static RequestSpecification manager() {
        return as("deliveries:manage", "*");
    }

    private static RequestSpecification as(String scopes, String... providers) {
        return given().auth().oauth2(TestTokens.token(scopes, providers));
    }
}
