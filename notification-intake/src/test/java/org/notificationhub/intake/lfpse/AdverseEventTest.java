package org.notificationhub.intake.lfpse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.notificationhub.intake.Requests.newReference;
import static org.notificationhub.intake.lfpse.Events.LFPSE;
import static org.notificationhub.intake.lfpse.Events.answering;
import static org.notificationhub.intake.lfpse.Events.flagged;
import static org.notificationhub.intake.lfpse.Events.harming;
import static org.notificationhub.intake.lfpse.Events.incident;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.intake.IntakeTest;
import org.notificationhub.intake.Requests;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.platform.TestTokens;

/** LfPSE's own protocol, as a risk system that speaks it meets it at the hub. */
@IntakeTest
class AdverseEventTest {

    private static final String FHIR = "application/fhir+json";
    private static final String EVENTS = "/adverse-event/fhir/AdverseEvent";
    private static final String VENDOR = "key-of-a-vendor";
    private static final String NATIONAL = "LFPSE-00004711";

    private final String provider =
            "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String reference = newReference();

    @Inject
    StandInRouting routing;

    @ParameterizedTest
    @ValueSource(strings = {FHIR, "application/json", "application/fhir+json; charset=utf-8"})
    void whatLfpseAcceptsIsAnsweredAsLfpseWouldAnswer(String mediaType) {
        routing.answers(reference, 1, DeliveryStatus.ACCEPTED, NATIONAL);

        var stored = door(VENDOR)
                .contentType(mediaType)
                .accept(mediaType)
                .body(text(event()))
                .post(EVENTS)
                .then()
                .statusCode(201)
                .contentType(containsString(mediaType.split(";")[0]));

        stored.body("resourceType", equalTo("AdverseEvent"))
                .body("meta.versionId", equalTo("1"))
                .body("extension.last().url", containsString("adverse-event-reference-metadata"))
                .body("extension.last().extension[0].url", equalTo("ReferenceNumber"))
                .body("extension.last().extension[0].valueString", equalTo(NATIONAL));
        var id = stored.extract().<String>path("id");
        notification(id)
                .body("type", equalTo("PATIENT_SAFETY_EVENT"))
                .body("reference", equalTo(reference))
                .body("provider.id", equalTo(provider))
                .body("deliveries[0].reference", equalTo(NATIONAL))
                .body("timeline[0].actor", equalTo("vendor"));
    }

    @Test
    void whatLfpseDoesNotAcceptInTimeIsASuccessThatSaysSo() {
        var id = post(event())
                .statusCode(201)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue.severity", contains("information"))
                .body("issue[0].details.coding[0].code", equalTo("lfpse-reference-follows"))
                .extract()
                .<String>path("id");

        routing.answers(reference, 1, DeliveryStatus.ACCEPTED, NATIONAL);

        post(event())
                .statusCode(201)
                .body("id", equalTo(id))
                .body("extension.last().extension[0].valueString", equalTo(NATIONAL));
        asVendor().get("/v1/notifications?providerId=" + provider).then().body("items.id", contains(id));
    }

    @Test
    void whatLfpseRefusesIsNotToBeSentAgain() {
        routing.answers(reference, 1, DeliveryStatus.REJECTED, null);

        post(event())
                .statusCode(201)
                .body("issue.severity", contains("warning"))
                .body("issue[0].details.text", containsString("Do not send it again"));
    }

    @Test
    void anAmendmentWaitsForItsOwnAcceptance() {
        var id = accepted(event());
        var amended = answering(event(), "LevelOfConcern", "5");

        put(id, amended)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("issue.details.coding.code.flatten()", contains("lfpse-reference-follows"));
        routing.answers(reference, 2, DeliveryStatus.ACCEPTED, NATIONAL);
        put(id, amended)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("meta.versionId", equalTo("2"))
                .body("extension.last().extension[0].valueString", equalTo(NATIONAL));

        notification(id).body("versions", hasSize(2)).body("details.lfpse.answers.LevelOfConcern", equalTo("5"));
    }

    @Test
    void anEventForLfpseAloneMayTurnOutToBeAMatterForCqc() {
        var id = accepted(event());
        routing.answers(reference, 2, DeliveryStatus.ACCEPTED, NATIONAL);

        put(id, harming(event(), "2")).statusCode(200).body("resourceType", equalTo("AdverseEvent"));

        notification(id).body("type", equalTo("SERIOUS_INJURY")).body("details.injury", equalTo("NOT_STATED"));
    }

    @Test
    void whatCqcWasToldStaysOfItsTypeAndTheRestIsToBeSentByItself() {
        var id = accepted(harming(event(), "2"));
        routing.answers(reference, 2, DeliveryStatus.ACCEPTED, NATIONAL);

        put(id, harming(event(), "1"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("issue.severity", contains("warning", "information"))
                .body("issue[0].details.coding[0].code", equalTo("cqc-criterion-1"))
                .body("issue[0].details.text", containsString("DEATH_OF_SERVICE_USER"))
                .body("issue[1].details.text", containsString(NATIONAL));

        notification(id).body("type", equalTo("SERIOUS_INJURY"));
    }

    @Test
    void whatTurnsOutToBeLessStaysNotifiedUntilItIsDeleted() {
        var id = accepted(harming(event(), "2"));
        routing.answers(reference, 2, DeliveryStatus.ACCEPTED, NATIONAL);

        put(id, event()).statusCode(200).body("issue[0].details.coding[0].code", equalTo("still-notified"));
    }

    @Test
    void ofSeveralCriteriaTheFirstIsNotifiedAndTheOthersAreNamed() {
        routing.answers(reference, 1, DeliveryStatus.ACCEPTED, NATIONAL);

        var id = post(flagged(event(), "2", "3"))
                .statusCode(201)
                .body("issue.details.coding.code.flatten()", contains("cqc-criterion-2", "accepted"))
                .extract()
                .<String>path("id");

        notification(id).body("type", equalTo("ABUSE_OR_ALLEGATION"));
    }

    @Test
    void aDeletedEventIsGone() {
        var id = accepted(event());

        delete(VENDOR, id).statusCode(204);

        notification(id).body("status", equalTo("WITHDRAWN"));
        delete(VENDOR, id).statusCode(404).body("issue[0].code", equalTo("not-found"));
        put(id, event()).statusCode(410).body("issue[0].code", equalTo("deleted"));
        post(event()).statusCode(410).body("issue[0].details.text", containsString("another identifier"));
    }

    @Test
    void anIdentifierIsForOneEvent() {
        accepted(event());

        post(answering(event(), "LevelOfConcern", "5")).statusCode(409).body("issue[0].code", equalTo("conflict"));
    }

    @Test
    void anEventThatIsNotThereOrAnothersIsNotFound() {
        var id = accepted(event());

        put(UUID.randomUUID().toString(), event()).statusCode(404);
        put("no-id", event()).statusCode(404);
        delete("key-of-a-trust", id).statusCode(404).body("resourceType", equalTo("OperationOutcome"));
    }

    @Test
    void anAmendmentNamesTheEventOfItsAddress() {
        var id = accepted(event());
        var another = text(event()).replaceFirst("\\{", "{ \"id\": \"" + UUID.randomUUID() + "\",");

        door(VENDOR)
                .body(another)
                .put(EVENTS + "/" + id)
                .then()
                .statusCode(422)
                .body("issue[0].expression", contains("AdverseEvent.id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{ \"resourceType\": \"Patient\" }",
                "{ \"resourceType\": \"AdverseEvent\", \"description\": \"x\" }"
            })
    void whatIsNotAnEventInFhirIsABadRequest(String body) {
        door(VENDOR)
                .body(body)
                .post(EVENTS)
                .then()
                .statusCode(400)
                .contentType(containsString(FHIR))
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].severity", not(equalTo("information")));
    }

    @Test
    void whatLfpseWouldRefuseIsRefusedWithEveryFault() {
        var broken = answering(answering(event(), "LevelOfConcern", "2"), "RadiotherapyIncidentCode", "TSRT9");

        post(broken)
                .statusCode(422)
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue", hasSize(2))
                .body("issue.details.coding.code.flatten()", hasItem("radiotherapy-code"));
    }

    @Test
    void whatIdentifiesAPersonIsRefusedAndNotRepeated() {
        var answer = post(answering(event(), "Description", "Fall of the patient 943 476 5919."))
                .statusCode(422)
                .body("issue", hasSize(1))
                .body("issue[0].details.coding[0].code", equalTo("nhs-number"))
                .body("issue[0].expression[0]", containsString("Description"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("943");
    }

    @Test
    void anEventAheadOfItsTimeIsRefused() {
        post(event().withDate("2999-01-01"))
                .statusCode(422)
                .body("issue.expression.flatten()", hasItem("AdverseEvent.date"));
    }

    @Test
    void aKeyIsForItsOwnProvidersOnly() {
        door("key-of-a-trust")
                .body(text(incident("RGT")))
                .post(EVENTS)
                .then()
                .statusCode(403)
                .body("issue[0].code", equalTo("forbidden"));
    }

    @Test
    void aCareHomeIsKnownByItsOdsCode() {
        routing.answers(reference, 1, DeliveryStatus.ACCEPTED, NATIONAL);

        var id = door("key-of-a-home")
                .body(text(harming(incident("8KX01").withReference(reference), "1")))
                .post(EVENTS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        notification(id).body("provider.id", equalTo("1-101614751")).body("type", equalTo("DEATH_OF_SERVICE_USER"));
    }

    @Test
    void withoutAKnownKeyTheDoorStaysShutAsTheGatewaysWould() {
        shut(given());
        shut(given().header(AdverseEventResource.KEY, "key-of-nobody"));
        shut(given().auth().oauth2(TestTokens.token(Requests.WRITE, "*")));
    }

    @Test
    void anEventThatIsTooLargeIsRefusedInFhir() {
        door(VENDOR)
                .body(text(answering(event(), "Description", "x".repeat(300_000))))
                .post(EVENTS)
                .then()
                .statusCode(413)
                .body("issue[0].code", equalTo("too-long"));
    }

    @Test
    void whatCanBeSentIsOnOffer() {
        given().get("/adverse-event/fhir/metadata")
                .then()
                .statusCode(200)
                .contentType(containsString(FHIR))
                .body("rest[0].resource.type", contains("AdverseEvent"))
                .body("rest[0].resource[0].profile", equalTo(LFPSE.version().profile()))
                .body("rest[0].resource[0].interaction.code", contains("create", "update", "delete"));
    }

    private static void shut(RequestSpecification caller) {
        var event = caller.contentType(FHIR).body("{}");
        for (var answer : new ValidatableResponse[] {
            event.post(EVENTS).then(),
            event.put(EVENTS + "/1").then(),
            event.delete(EVENTS + "/1").then()
        }) {
            answer.statusCode(401)
                    .contentType(ContentType.JSON)
                    .header("WWW-Authenticate", containsString("Ocp-Apim-Subscription-Key"))
                    .body("statusCode", equalTo(401));
        }
    }

    private LfpseEvent event() {
        return incident(provider).withReference(reference);
    }

    private String accepted(LfpseEvent event) {
        routing.answers(reference, 1, DeliveryStatus.ACCEPTED, NATIONAL);
        return post(event).statusCode(201).extract().path("id");
    }

    private static String text(LfpseEvent event) {
        return LFPSE.write(event);
    }

    private static ValidatableResponse post(LfpseEvent event) {
        return door(VENDOR).body(text(event)).post(EVENTS).then();
    }

    private static ValidatableResponse put(String id, LfpseEvent event) {
        return door(VENDOR).body(text(event)).put(EVENTS + "/" + id).then();
    }

    private static ValidatableResponse delete(String key, String id) {
        return given().header(AdverseEventResource.KEY, key)
                .delete(EVENTS + "/" + id)
                .then();
    }

    private static RequestSpecification door(String key) {
        return given().header(AdverseEventResource.KEY, key).contentType(FHIR);
    }

    private static ValidatableResponse notification(String id) {
        return asVendor().get("/v1/notifications/" + id).then().statusCode(200);
    }

    private static RequestSpecification asVendor() {
        return Requests.as(Requests.READ, "*");
    }
}
