package org.notificationhub.routing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a system that reports to LfPSE tells the hub afterwards. */
record LfpseCallbacks(String lfpseId, String reference, UUID submission) {

    /** About something that only has a name at LfPSE. */
    static LfpseCallbacks about(String lfpseId, String reference) {
        return new LfpseCallbacks(lfpseId, reference, null);
    }

    /** A new message each time. */
    Response send(String type, Object version) {
        return send(type, version, "");
    }

    /** @param more members, with a comma before each */
    Response send(String type, Object version, String more) {
        return post("msg-" + UUID.randomUUID(), body(type, version, more));
    }

    String body(String type, Object version, String more) {
        return """
                {"type": "%s", %s"lfpseId": "%s", "versionId": "%s", "referenceNumber": "%s",
                 "occurredAt": "2026-11-20T09:15:00Z"%s}""".formatted(
                        type,
                        submission == null ? "" : "\"submissionId\": \"" + submission + "\", ",
                        lfpseId,
                        version,
                        reference,
                        more);
    }

    /** A record as LfPSE stored it, with free text. */
    static String resource(boolean flagged, String criterion, String freeText) {
        var governance =
                "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-governance-6";
        return """
                , "resource": {"resourceType": "AdverseEvent", "description": "%s", "extension": [{"url": "%s", "extension": [
                   {"url": "CqcNotify", "valueBoolean": %s}, {"url": "CqcCriteria", "valueCode": "%s"}]}]}""".formatted(freeText, governance, flagged, criterion);
    }

    static Response post(String webhookId, String body) {
        var timestamp = Instant.now().getEpochSecond();
        return given().contentType("application/json")
                .header("webhook-id", webhookId)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(webhookId + "." + timestamp + "." + body))
                .body(body)
                .post("/v1/callbacks/lfpse");
    }

    private static String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Authorities.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
