package org.notificationhub.intake;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.notificationhub.platform.TestTokens;

/** Requests as a provider's system sends them. */
public final class Requests {

    public static final String WRITE = "notifications:write";
    public static final String READ = "notifications:read";

    private Requests() {}

    public static String newReference() {
        return "INC-" + UUID.randomUUID();
    }

    /** One that no other test has sent anything for. */
    public static String newProvider() {
        return "T" + UUID.randomUUID().toString().substring(0, 18);
    }

    public static String injury(String reference) {
        return injury(reference, "Fall from bed; hip fracture.");
    }

    public static String injury(String reference, String summary) {
        return """
                { "type": "SERIOUS_INJURY", "reference": "%s", "provider": { "id": "RJ1" },
                  "occurredAt": "2026-11-20T09:15:00Z", "awareAt": "2026-11-20T10:00:00Z", "summary": "%s",
                  "details": { "injury": "FRACTURE" } }""".formatted(reference, summary);
    }

    public static String maternityInjury(String reference) {
        return """
                { "type": "SERIOUS_INJURY", "reference": "%s", "provider": { "id": "RJ1" },
                  "awareAt": "2026-11-20T10:00:00Z",
                  "details": { "injury": "OTHER", "regulatedActivity": "MATERNITY_AND_MIDWIFERY" } }""".formatted(reference);
    }

    /** From an employer whom CQC has not registered. */
    public static String exposure(String reference, String employer) {
        return """
                { "type": "IRMER_SAUE", "reference": "%s", "provider": { "employer": "%s" },
                  "occurredAt": "2026-11-02T10:05:00Z", "awareAt": "2026-11-02T16:40:00Z",
                  "summary": "Lumbar spine exposed in place of the cervical spine.",
                  "details": { "modality": "DIAGNOSTIC_IMAGING", "discoveredAt": "2026-11-02T16:40:00Z" } }""".formatted(reference, employer);
    }

    /** Its doses do not meet the code it is notified under. */
    public static String contradictedExposure(String reference) {
        return """
                { "type": "IRMER_SAUE", "reference": "%s", "provider": { "id": "RJ1" },
                  "awareAt": "2026-11-02T16:40:00Z",
                  "details": { "modality": "DIAGNOSTIC_IMAGING", "discoveredAt": "2026-11-02T16:40:00Z", "saueCode": "2.2",
                               "exposureKind": "UNINTENDED", "intendedDose_mSv": 1, "totalDose_mSv": 9.9 } }""".formatted(reference);
    }

    public static RequestSpecification as(String scopes, String... providers) {
        return given().auth().oauth2(TestTokens.token(scopes, providers));
    }

    public static RequestSpecification asProvider() {
        return as(WRITE + " " + READ, "RJ1");
    }

    public static ValidatableResponse post(String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications")
                .then();
    }

    public static String posted(String reference) {
        return post(injury(reference)).statusCode(202).extract().path("id");
    }
}
