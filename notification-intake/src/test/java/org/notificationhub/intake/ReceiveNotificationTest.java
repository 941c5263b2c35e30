package org.notificationhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.contradictedExposure;
import static org.notificationhub.intake.Requests.injury;
import static org.notificationhub.intake.Requests.maternityInjury;
import static org.notificationhub.intake.Requests.newReference;
import static org.notificationhub.intake.Requests.post;
import static org.notificationhub.intake.Requests.posted;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@IntakeTest
class ReceiveNotificationTest {

    @Test
    void aNotificationIsAcceptedAndCanBeFollowed() {
        var reference = newReference();

        var answer = post(injury(reference))
                .statusCode(202)
                .header("Retry-After", "5")
                .header("X-Correlation-ID", notNullValue())
                .body("status", equalTo("ACCEPTED"))
                .body("receivedAt", endsWith("Z"));

        var id = answer.extract().<String>path("id");
        answer.header("Location", endsWith("/v1/notifications/" + id));
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        asProvider()
                .get("/v1/notifications/" + id)
                .then()
                .statusCode(200)
                .body("reference", equalTo(reference))
                .body("type", equalTo("SERIOUS_INJURY"))
                .body("details.injury", equalTo("FRACTURE"))
                .body("versions", hasSize(1))
                .body("timeline[0].step", equalTo("RECEIVED"));
    }

    @Test
    void aCodeThatTheDosesContradictIsTakenWithAWarning() {
        var body = contradictedExposure(newReference());

        var id = post(body)
                .statusCode(202)
                .body("warnings.pointer", contains("/details/saueCode"))
                .extract()
                .path("id");

        post(body).statusCode(202).body("id", equalTo(id)).body("warnings.code", contains("CODE_CONTRADICTED"));
        post(injury(newReference())).statusCode(202).body("warnings", hasSize(0));
    }

    @Test
    void whoeverNotifiesOfMaternityCareIsLedToGoodPractice() {
        var reference = newReference();
        var candour = "http://localhost:8084/resources/duty-of-candour";

        var id = post(maternityInjury(reference))
                .statusCode(202)
                .body("links.guidance.href", hasItem(candour))
                .extract()
                .path("id");

        asProvider().get("/v1/notifications/" + id).then().body("links.guidance.href", hasItem(candour));
        asProvider()
                .get("/v1/notifications?reference=" + reference)
                .then()
                .body("items[0].links.guidance", nullValue());
        post(injury(newReference())).statusCode(202).body("links.guidance", hasSize(0));
    }

    @Test
    void anAmendmentIsLedToWhatItSaysNow() {
        var reference = newReference();
        var id = posted(reference);

        asProvider()
                .contentType(ContentType.JSON)
                .body(maternityInjury(reference))
                .post("/v1/notifications/" + id + "/amendments")
                .then()
                .statusCode(202)
                .body("links.guidance", not(hasSize(0)));

        asProvider().get("/v1/notifications/" + id).then().body("links.guidance", not(hasSize(0)));
    }

    @Test
    void theSameContentAgainIsTheSameNotification() {
        var reference = newReference();
        var id = posted(reference);
        var reordered = """
                { "details": { "injury": "FRACTURE" }, "summary": "Fall from bed; hip fracture.",
                  "awareAt": "2026-11-20T10:00:00Z", "occurredAt": "2026-11-20T09:15:00Z",
                  "provider": { "id": "RJ1" }, "reference": "%s", "type": "SERIOUS_INJURY" }""".formatted(reference);

        post(reordered).statusCode(202).body("id", equalTo(id)).header("Idempotency-Replayed", "true");
    }

    @Test
    void otherContentUnderTheSameReferenceIsRefusedAndNamesTheEarlierOne() {
        var reference = newReference();
        var id = posted(reference);

        post(injury(reference, "Fall on the stairs."))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("REFERENCE_REUSED"))
                .body("detail", containsString(id));
    }

    @Test
    void anIdempotencyKeyAnswersTheSameRequestWithTheSameNotification() {
        var key = UUID.randomUUID().toString();
        var body = injury(newReference());
        var first = keyed(key, body).statusCode(202).extract().<String>path("id");

        keyed('"' + key + '"', body).statusCode(202).body("id", equalTo(first)).header("Idempotency-Replayed", "true");
    }

    @Test
    void anIdempotencyKeyIsForOneContentOnly() {
        var key = UUID.randomUUID().toString();
        keyed(key, injury(newReference())).statusCode(202);
        var other = newReference();

        keyed(key, injury(other)).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        asProvider().get("/v1/notifications?reference=" + other).then().body("items", hasSize(0));
    }

    @Test
    void ofManyRequestsUnderOneKeyAtOnceExactlyOneIsStored() {
        var key = UUID.randomUUID().toString();
        var bodies = Stream.generate(() -> injury(newReference())).limit(24).toList();

        var statuses = bodies.parallelStream()
                .map(body -> keyed(key, body).extract().statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(202).isSubsetOf(202, 422, 503);
    }

    @Test
    void anUnusableIdempotencyKeyIsRefused() {
        keyed("two words", injury(newReference())).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
    }

    @Test
    void anAmendmentIsANewVersion() {
        var reference = newReference();
        var id = posted(reference);
        var amendment = injury(reference, "Fall from bed; wrist fracture.");

        amend(id, amendment).statusCode(202).body("version", equalTo(2));
        amend(id, amendment).statusCode(202).body("version", equalTo(2)).header("Idempotency-Replayed", "true");

        asProvider()
                .get("/v1/notifications/" + id)
                .then()
                .body("summary", equalTo("Fall from bed; wrist fracture."))
                .body("versions", hasSize(2));
    }

    @Test
    void anAmendmentOfWhatMayNotChangeIsRefused() {
        var id = posted(newReference());

        amend(id, injury(newReference()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reference"))
                .body("errors[0].code", equalTo("NOT_AMENDABLE"));
    }

    @Test
    void aWithdrawalEndsANotification() {
        var reference = newReference();
        var id = posted(reference);

        withdraw(id, "{\"reason\": \"Entered twice by mistake.\"}")
                .statusCode(202)
                .body("status", equalTo("WITHDRAWN"));

        withdraw(id, "{\"reason\": \"Once more.\"}").statusCode(409).body("code", equalTo("ALREADY_WITHDRAWN"));
        amend(id, injury(reference, "Changed.")).statusCode(409);
        asProvider()
                .get("/v1/notifications/" + id)
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("versions[1].withdrawn", equalTo(true));
    }

    @Test
    void aWithdrawalSaysWhy() {
        var id = posted(newReference());

        withdraw(id, "{}").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        withdraw(id, "{\"reason\": \"Ask jo@example.org\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("EMAIL_ADDRESS"));
    }

    @Test
    void theListIsPagedInTheOrderOfReceipt() {
        var references = Stream.generate(Requests::newReference).limit(5).toList();
        var ids = references.stream().map(Requests::posted).toList();
        var from = asProvider()
                .get("/v1/notifications/" + ids.get(0))
                .then()
                .extract()
                .<String>path("receivedAt");

        var seen = new ArrayList<String>();
        var next = "/v1/notifications?limit=2&receivedFrom=" + from;
        while (next != null) {
            var page = asProvider()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        }

        assertThat(seen).containsSubsequence(ids).doesNotHaveDuplicates();
    }

    @Test
    void anotherProvidersNotificationIsNotThere() {
        var id = posted(newReference());

        Requests.as(Requests.READ, "RGT").get("/v1/notifications/" + id).then().statusCode(404);
        Requests.as(Requests.READ, "RGT")
                .get("/v1/notifications?providerId=RJ1")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aChangeSentAgainUnderItsKeyIsTheSameChange() {
        var reference = newReference();
        var here = "/v1/notifications/" + posted(reference);
        var amendment = injury(reference).replace("hip", "wrist");
        var reason = "{\"reason\": \"Entered twice.\"}";
        keyed(here + "/amendments", "change-1", amendment).statusCode(202).body("version", equalTo(2));
        keyed(here + "/withdrawal", "change-1", reason).statusCode(202).body("version", equalTo(3));

        keyed(here + "/amendments", "change-1", amendment)
                .statusCode(202)
                .body("version", equalTo(2))
                .header("Idempotency-Replayed", "true");
        keyed(here + "/withdrawal", "change-1", reason)
                .statusCode(202)
                .body("version", equalTo(3))
                .header("Idempotency-Replayed", "true");
        keyed(here + "/withdrawal", "change-1", "{\"reason\": \"Another.\"}").statusCode(422);
    }

    private static ValidatableResponse keyed(String key, String body) {
        return keyed("/v1/notifications", key, body);
    }

    private static ValidatableResponse keyed(String path, String key, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse amend(String id, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications/" + id + "/amendments")
                .then();
    }

    private static ValidatableResponse withdraw(String id, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications/" + id + "/withdrawal")
                .then();
    }
}
