package org.notificationhub.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.notificationhub.sandbox.Requests.change;
import static org.notificationhub.sandbox.Requests.cqc;
import static org.notificationhub.sandbox.Requests.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(CallbackReceiver.class)
class CqcSandboxTest {

    private static final String VALID_NHS_NUMBER = "943 476 5919";

    @BeforeEach
    void startAfresh() {
        Requests.startAfresh();
    }

    @Test
    void aNotificationGetsAReference() {
        cqc("key-1")
                .body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(201)
                .body("reference", matchesPattern("ENQ-\\d{10}"));

        given().get("/sandbox/received?authority=CQC&reference=INC-2026-000123")
                .then()
                .body("authority", contains("CQC"))
                .body("method", contains("POST"))
                .body("path", contains("/cqc/notifications"))
                .body("requestId", contains("key-1"))
                .body("reference", contains("INC-2026-000123"))
                .body("effect", contains(true))
                .body("answered", contains(201))
                .body("body.details.injury", contains("FRACTURE"));
    }

    @Test
    void theSameKeyAgainChangesNothing() {
        var reference = submit("key-1", notification());

        cqc("key-1")
                .body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(200)
                .body("reference", equalTo(reference));

        given().get("/sandbox/received")
                .then()
                .body("effect", contains(true, false))
                .body("answered", contains(201, 200));
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        submit("key-1", notification());

        cqc("key-1")
                .body(notification().put("summary", "Other."))
                .post("/cqc/notifications")
                .then()
                .statusCode(422);
    }

    @Test
    void theSameContentUnderAnotherKeyIsAnotherNotification() {
        var first = submit("key-1", notification());

        cqc("key-2")
                .body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(201)
                .body("reference", not(first));
    }

    @Test
    void aKeyIsRequired() {
        given().contentType("application/json")
                .body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(400);
    }

    @Test
    void everyMissingMemberIsNamed() {
        cqc().body("{}")
                .post("/cqc/notifications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code.unique()", contains("REQUIRED"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/requestId",
                                "/action",
                                "/notificationId",
                                "/version",
                                "/type",
                                "/reference",
                                "/provider",
                                "/test",
                                "/people",
                                "/details"));
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource(textBlock = """
            type,           "FALL",                      MALFORMED
            type,           7,                           MALFORMED
            action,         "DELETE",                    MALFORMED
            version,        0,                           MALFORMED
            requestId,      "1",                         MALFORMED
            occurredAt,     "2026-11-20T09:15:00",       MALFORMED
            occurredAt,     "2026-11-20T09:15Z",         MALFORMED
            occurredAt,     "2026-02-30T09:15:00Z",      MALFORMED
            people,         {},                          MALFORMED
            test,           "false",                     MALFORMED
            surname,        "x",                         UNKNOWN_MEMBER
            """, quoteCharacter = '\'')
    void aMalformedMemberIsNamed(String member, String value, String code) {
        var body = notification();
        body.set(member, Requests.read("{\"v\":" + value + "}").get("v"));

        cqc().body(body)
                .post("/cqc/notifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + member))
                .body("errors.code", contains(code));
    }

    @Test
    void anEmployerWithoutAnIdMayNotifyOfAnExposure() {
        var body = notification().put("type", "IRMER_SAUE");
        body.putObject("provider").put("employer", "EMP-0042").put("country", "ENGLAND");

        cqc().body(body).post("/cqc/notifications").then().statusCode(201);
    }

    @Test
    void anEmployerMayNotNotifyOfAnythingElse() {
        var body = notification();
        body.putObject("provider").put("employer", "EMP-0042");

        cqc().body(body)
                .post("/cqc/notifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/provider/id", "/provider/employer"));
    }

    @Test
    void peopleAreCheckedOneByOne() {
        var body = notification();
        body.withArray("people").addObject().put("name", "x");

        cqc().body(body)
                .post("/cqc/notifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/people/1/code", "/people/1/role", "/people/1/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"requestId\":", "[]", "{\"test\":true,\"test\":true}", "{} {}"})
    void whatIsNotOneJsonObjectIsRefused(String body) {
        cqc().body(body).post("/cqc/notifications").then().statusCode(400);
    }

    @Test
    void anNhsNumberIsRefusedWhereverItStands() {
        var body = notification();
        ((ObjectNode) body.get("details")).putObject("more").putArray("notes").add("patient " + VALID_NHS_NUMBER + ".");

        cqc().body(body)
                .post("/cqc/notifications")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/details/more/notes/0"))
                .body("errors.code", contains("IDENTIFIES_A_PERSON"))
                .body(not(containsString(VALID_NHS_NUMBER)));
    }

    @Test
    void anAmendmentKeepsTheReference() {
        var reference = submit("key-1", notification());

        cqc().body(change("AMEND", reference))
                .post("/cqc/notifications")
                .then()
                .statusCode(201)
                .body("reference", equalTo(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMEND", "WITHDRAW"})
    void aChangeNeedsAKnownReference(String action) {
        cqc().body(change(action, "ENQ-0000000000").put("withdrawalReason", "Entered twice"))
                .post("/cqc/notifications")
                .then()
                .statusCode(404);
    }

    @Test
    void aWithdrawalSaysWhyAndEndsIt() {
        var reference = submit("key-1", notification());

        cqc().body(change("WITHDRAW", reference))
                .post("/cqc/notifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/withdrawalReason"));
        submit("key-2", change("WITHDRAW", reference).put("withdrawalReason", "Entered twice"));

        cqc().body(change("AMEND", reference)).post("/cqc/notifications").then().statusCode(409);
    }

    private static String submit(String key, ObjectNode body) {
        return cqc(key).body(body)
                .post("/cqc/notifications")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
