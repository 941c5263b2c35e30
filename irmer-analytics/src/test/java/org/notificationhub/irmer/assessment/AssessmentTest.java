package org.notificationhub.irmer.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.platform.HubPlatform;

/** Questions of anybody, without a token. */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class AssessmentTest {

    @Test
    void whatIsNotifiableIsNamedWithItsCodeSourceAndTime() {
        ask(AssessmentResource.NOTIFIABLE)
                .statusCode(200)
                .body("notifiable", is(true))
                .body("on", is("2024-03-01"))
                .body("authority", is("CQC"))
                .body("codes.code", contains("2.2"))
                .body("codes[0].category", is("UNINTENDED_LOW"))
                .body("codes[0].criterion", containsString("ten times as much"))
                .body("codes[0].regime", is("SAUE_2023"))
                .body("codes[0].source", startsWith("https://www.cqc.org.uk/"))
                .body("codes[0].confidence", is("certain"))
                .body("missing.fact", hasItem("pregnancy"))
                .body("notifyBy", is("2024-03-15"))
                .body("reportBy", is("2024-05-24"))
                .body("dueBecause", containsString("2 weeks"))
                .body("definitions.term", contains("UNINTENDED"));
    }

    @Test
    void whatIsNotNotifiableMayBeSharedAndHasNoTime() {
        ask(AssessmentResource.NOT_NOTIFIABLE)
                .statusCode(200)
                .body("notifiable", is(false))
                .body("country", is("ENGLAND"))
                .body("codes", empty())
                .body("missing", empty())
                .body("unread", empty())
                .body("complementaryCodes.code", contains("VOLUNTARY"))
                .body("notifyBy", nullValue())
                .body("dueBecause", nullValue());
    }

    @Test
    void whatIsNotKnownIsNamedAndTheTimeRunsAllTheSame() {
        ask(AssessmentResource.UNDETERMINED)
                .statusCode(200)
                .body("notifiable", is("UNDETERMINED"))
                .body("because", containsString("beyond reasonable doubt"))
                .body("missing.fact", contains("pregnancy", "geographicalMiss", "peopleAffected"))
                .body("missing.question", everyItem(notNullValue()))
                .body("unread.category", contains("THERAPY_OVER", "THERAPY_UNDER", "NINTH_CODE"))
                .body("unread.why", everyItem(notNullValue()))
                .body("notifyBy", is("2024-03-15"));
    }

    @Test
    void whoTellsNothingIsAskedForEverything() {
        ask("{}")
                .statusCode(200)
                .body("notifiable", is("UNDETERMINED"))
                .body("missing.fact", hasItem("modality"))
                .body("dueBecause", containsString("discoveredAt"));
    }

    @ParameterizedTest(name = "discovered at {0}, it is notified by {1}")
    @CsvSource({
        "2026-03-31T22:59:59Z, 2026-04-14",
        "2026-03-31T23:30:00Z, 2026-04-15",
        "2026-10-25T23:30:00Z, 2026-11-08",
        "2028-02-15T12:00:00Z, 2028-02-29"
    })
    void theDayInLondonBeginsTheTime(String discoveredAt, String notifyBy) {
        ask("{ \"kind\": \"ACCIDENTAL\", \"totalDose_mSv\": 3, \"discoveredAt\": \"%s\" }".formatted(discoveredAt))
                .body("notifiable", is(true))
                .body("notifyBy", is(notifyBy));
    }

    @Test
    void elsewhereItIsAnotherAuthorityWhosePeriodsAreNotHeld() {
        ask("""
                { "kind": "ACCIDENTAL", "country": "WALES", "discoveredAt": "2026-03-20T12:00:00Z" }""")
                .body("notifiable", is(true))
                .body("authority", is("Healthcare Inspectorate Wales"))
                .body("notifyBy", nullValue())
                .body("dueBecause", containsString("not held"));
    }

    @Test
    void aDoseIsComparedAsItIsWritten() {
        ask("{ \"on\": \"2024-03-01\", \"kind\": \"ACCIDENTAL\", \"adult\": true, \"totalDose_mSv\": 2.999999999999 }")
                .body("notifiable", is("UNDETERMINED"));
        ask("{ \"on\": \"2024-03-01\", \"kind\": \"ACCIDENTAL\", \"adult\": true, \"totalDose_mSv\": 3.000000000000 }")
                .body("notifiable", is(true));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsGivenBack() {
        var answer = ask("""
                { "on": "1 March canary", "country": "FRANCE", "modality": 7, "kind": "canary", "adult": "yes",
                  "intendedDose_mSv": -1, "totalDose_mSv": 1e-99999, "planningScans": 2.5, "discoveredAt": "2024-03-01",
                  "pregnancy": null, "peopleAffected": 1e999999999, "dose/~x": 3 }""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("VALIDATION"))
                .body(
                        "errors.pointer",
                        contains(
                                "/adult",
                                "/country",
                                "/discoveredAt",
                                "/dose~1~0x",
                                "/intendedDose_mSv",
                                "/kind",
                                "/modality",
                                "/on",
                                "/peopleAffected",
                                "/planningScans",
                                "/pregnancy",
                                "/totalDose_mSv"))
                .body(
                        "errors.code",
                        contains(
                                "WRONG_TYPE",
                                "NOT_A_CODE",
                                "NOT_A_DATE_TIME",
                                "UNKNOWN_MEMBER",
                                "OUT_OF_RANGE",
                                "NOT_A_CODE",
                                "WRONG_TYPE",
                                "NOT_A_DATE",
                                "OUT_OF_RANGE",
                                "OUT_OF_RANGE",
                                "WRONG_TYPE",
                                "OUT_OF_RANGE"));
        assertThat(answer.extract().asString()).doesNotContain("canary", "FRANCE");
    }

    @Test
    void factsThatContradictEachOtherAreRefused() {
        ask("""
                { "modality": "DIAGNOSTIC_IMAGING", "purpose": "THERAPY", "kind": "ACCIDENTAL", "intendedDose_mSv": 1 }""")
                .statusCode(422)
                .body("code", is("RULE_BROKEN"))
                .body("errors.pointer", contains("/intendedDose_mSv", "/purpose"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{\"adult\": true, \"adult\": false}",
                "{} {}",
                "{\"adult\": canary}",
                "{\"totalDose_mSv\": 1e99999999999}",
                "\0\0\0{"
            })
    void whatIsNoWholeDocumentIsRefused(String body) {
        ask(body).statusCode(400).body("code", is("UNREADABLE")).body("detail", not(containsString("canary")));
    }

    @Test
    void anArrayIsNoQuestion() {
        ask("[]").statusCode(400).body("errors.pointer", contains(""));
    }

    @Test
    void aQuestionHasAnEnd() {
        ask("{ \"on\": \"" + "1".repeat(20_000) + "\" }").statusCode(413).body("code", is("TOO_LARGE"));
    }

    private static ValidatableResponse ask(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/irmer/assessments")
                .then();
    }
}
