package org.notificationhub.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.sandbox.Requests.EVENTS;
import static org.notificationhub.sandbox.Requests.incident;
import static org.notificationhub.sandbox.Requests.lfpse;
import static org.notificationhub.sandbox.Requests.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.lfpse.TaxonomyVersion;

@QuarkusTest
@WithTestResource(CallbackReceiver.class)
class LfpseSandboxTest {

    private static final String METADATA =
            "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-reference-metadata-6";

    @BeforeEach
    void startAfresh() {
        Requests.startAfresh();
    }

    @Test
    void aStoredEventComesBackWithIdVersionAndReference() {
        lfpse().body(incident())
                .post(EVENTS)
                .then()
                .statusCode(201)
                .contentType("application/fhir+json")
                .body("meta.versionId", equalTo("1"))
                .body("identifier.value", equalTo("INC-2026-000123"))
                .body("extension[-1].url", equalTo(METADATA))
                .body("extension[-1].extension[0].url", equalTo("ReferenceNumber"))
                .body("extension[-1].extension[0].valueString", startsWith("LFPSE-"));

        given().get("/sandbox/received?authority=LFPSE&reference=INC-2026-000123")
                .then()
                .body("effect", contains(true))
                .body("answered", contains(201));
    }

    @Test
    void anOutcomeIsTakenToo() {
        lfpse().body(outcome()).post(EVENTS).then().statusCode(201);
    }

    @Test
    void anEventOfTaxonomyVersion5IsTakenToo() {
        var event = Lfpse.of(TaxonomyVersion.V5)
                .write(LfpseEvent.of(EventType.OUTCOME)
                        .withEvent(
                                Answers.none().with("Description", "Transfer").with("OutcomeType", "3")));

        lfpse().body(event)
                .post(EVENTS)
                .then()
                .statusCode(201)
                .body("description", equalTo("Transfer"))
                .body("extension[-1].url", endsWith("adverse-event-reference-metadata-5"));
    }

    @Test
    void whatLfpseIsOnlyThoughtToMindIsTaken() {
        var event = incident();
        event.remove("date");

        lfpse().body(event).post(EVENTS).then().statusCode(201);
    }

    @Test
    void theSameEventAgainIsStoredAgain() {
        var first = create();

        var second = create();

        assertThat(second).isNotEqualTo(first);
        given().get("/sandbox/received").then().body("effect", contains(true, true));
    }

    @Test
    void anUpdateIsTheNextVersionUnderTheSameReference() {
        var id = create();

        lfpse().body(incident())
                .put(EVENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("meta.versionId", equalTo("2"))
                .body("extension.findAll { it.url == '" + METADATA + "' }.size()", equalTo(1));
    }

    @Test
    void aDeletedEventIsGone() {
        var id = create();

        lfpse().delete(EVENTS + "/" + id).then().statusCode(204);

        lfpse().delete(EVENTS + "/" + id).then().statusCode(404);
        lfpse().body(incident()).put(EVENTS + "/" + id).then().statusCode(410);
        given().get("/sandbox/received?reference=INC-2026-000123")
                .then()
                .body("method", contains("POST", "DELETE", "DELETE", "PUT"))
                .body("effect", contains(true, true, false, false));
    }

    @Test
    void anUnknownEventCannotBeUpdated() {
        lfpse().body(incident())
                .put(EVENTS + "/none")
                .then()
                .statusCode(404)
                .body("resourceType", equalTo("OperationOutcome"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another"})
    void withoutTheKeyTheGatewayAnswersInPlainJson(String key) {
        given().header("Ocp-Apim-Subscription-Key", key)
                .contentType("application/fhir+json")
                .body(incident())
                .post(EVENTS)
                .then()
                .statusCode(401)
                .contentType("application/json")
                .body("statusCode", equalTo(401));

        given().get("/sandbox/received").then().body("effect", contains(false)).body("answered", contains(401));
    }

    @Test
    void plainJsonIsTakenAsMediaType() {
        lfpse().contentType("application/json")
                .body(incident())
                .post(EVENTS)
                .then()
                .statusCode(201);
    }

    @Test
    void theCapabilityStatementNamesEveryProfileVersion() {
        given().get("/adverse-event/fhir/metadata")
                .then()
                .statusCode(200)
                .body("resourceType", equalTo("CapabilityStatement"))
                .body("rest[0].resource.type", contains("AdverseEvent", "AdverseEvent"))
                .body(
                        "rest[0].resource.profile",
                        contains(
                                endsWith("patient-safety-adverse-event-6"),
                                endsWith("patient-safety-adverse-event-5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "{\"resourceType\":", "{\"resourceType\":\"Patient\"}", "[]"})
    void whatIsNotAnAdverseEventIsRefusedAsFhir(String body) {
        lfpse().body(body).post(EVENTS).then().statusCode(400).body("resourceType", equalTo("OperationOutcome"));
    }

    @Test
    void everythingTheParserCannotReadIsNamed() {
        var event = incident()
                .put("description", "secret words")
                .put("category", "AE")
                .put("colour", "blue");

        lfpse().body(event)
                .post(EVENTS)
                .then()
                .statusCode(400)
                .body("issue.expression.flatten()", hasItem(containsString("description")))
                .body("issue.expression.flatten()", hasItem(containsString("category")))
                .body("issue.expression.flatten()", hasItem(containsString("colour")))
                .body(not(containsString("secret words")));
    }

    @Test
    void everyBrokenRuleIsNamed() {
        var event = incident();
        event.remove("actuality");
        event.remove("event");
        event.putObject("meta").putArray("profile").add("https://example.org/other");

        lfpse().body(event)
                .post(EVENTS)
                .then()
                .statusCode(422)
                .body("issue.code.unique()", contains("business-rule"))
                .body("issue.details.coding.code.flatten()", hasItems("profile", "required", "required"))
                .body(
                        "issue.expression.flatten()",
                        hasItems(
                                "AdverseEvent.meta.profile",
                                "AdverseEvent.actuality",
                                "AdverseEvent.event.coding.code"));
        given().get("/sandbox/received").then().body("effect", contains(false));
    }

    @ParameterizedTest(name = "{0} -> {1} is refused by {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "code": "1"                              | "code": "9"                            | event-type
            patient-safety-adverse-event-6           | patient-safety-adverse-event-5         | profile
            adverse-event-agent-6                    | adverse-event-agent-5                  | extension-version
            adverse-event-agent-6                    | adverse-event-colour-6                 | extension-unknown
            "url": "InvolvedAgents"                  | "url": "Agents"                        | element-unknown
            "url": "InvolvedAgents"                  | "url": "YellowCardReference"           | required
            "url": "PatientSequence"                 | "url": "PatientEthnicity"              | required
            "url": "PhysicalHarm","valueCode": "4"   | "url": "PhysicalHarm","valueCode": "6" | code
            "url": "PhysicalHarm","valueCode": "4"   | "url": "PhysicalHarm","valueString": "4" | value-type
            "url": "StrengthOfAssociation"           | "url": "PhysicalHarm"                  | too-many
            "url": "PhysicalHarm","valueCode": "4"   | "url": "PhysicalHarm","valueCode": "1" | fatal-has-no-psychological-harm
            "valueCode": "RJ1"                       | "valueCode": "the ward"                | code
            "reference": "#patient1"                 | "reference": "#nobody"                 | contained
            "reference": "#patient1"                 | "reference": "#location1"              | contained
            "recorder": {"reference": "#practitioner1"} | "detected": "2025-03-05"           | dom-3
            location-details-6                       | location-details-5                     | extension-version
            "id": "patient1",                        | "id": "patient1","birthDate": "1950-01-01", | no-identity
            """, quoteCharacter = '\'')
    void aBrokenRuleIsNamed(String from, String to, String rule) {
        var text = incident().toString();
        var broken = text.replace(compact(from), compact(to));
        assertThat(broken).isNotEqualTo(text);

        lfpse().body(broken)
                .post(EVENTS)
                .then()
                .statusCode(422)
                .body("issue.details.coding.code.flatten()", hasItem(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"valueCode\": \"1\"}",
                "{\"url\": null}",
                "{\"url\": \"x\"}",
                "{\"extension\": [{\"valueCode\": \"1\"}]}",
                "{\"url\": \"x\", \"_valueCode\": {\"id\": \"a\"}}"
            })
    void anExtensionThatIsHalfThereIsRefused(String extension) {
        var event = incident();
        event.withArray("extension").add(Requests.read(extension));
        var agent = (ObjectNode) event.withArray("extension").get(1);
        agent.withArray("extension").add(Requests.read(extension));

        lfpse().body(event).post(EVENTS).then().statusCode(anyOf(equalTo(400), equalTo(422)));
    }

    @Test
    void aBottomlessBodyIsRefused() {
        var depth = 2_000;
        var event = "{\"resourceType\":\"AdverseEvent\",\"extension\":" + "[{\"extension\":".repeat(depth) + "[]"
                + "}]".repeat(depth) + "}";

        lfpse().body(event.getBytes(StandardCharsets.UTF_8)).post(EVENTS).then().statusCode(400);
    }

    @Test
    void anEventWithoutSubjectIsRefused() {
        ObjectNode event = incident();
        event.remove("subject");

        lfpse().body(event)
                .post(EVENTS)
                .then()
                .statusCode(422)
                .body("issue.expression.flatten()", contains("AdverseEvent.subject"));
    }

    private static String create() {
        return lfpse().body(incident())
                .post(EVENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String compact(String json) {
        return json.replace("\": ", "\":");
    }
}
