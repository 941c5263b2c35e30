package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Authorities.Reply.BUSY;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.Authorities.Reply.SILENT;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryRescheduled;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.rule.Authority;

/** A delivery that has stopped, and a person who has it tried again. */
@QuarkusTest
class RetryTest extends Journey {

    private static final String REASON = "CQC's gateway is back.";

    @Test
    void aParkedDeliveryIsTriedAgainWithAsManyAttemptsAsAtFirstAndItsHistoryGoesOn() {
        authorities.script(CQC, reference, BUSY, BUSY, BUSY, BUSY, BUSY);
        receive("SERIOUS_INJURY", INDEPENDENT);
        var parked = stopped(CQC, DeliveryStatus.PARKED);

        retry(parked, example())
                .statusCode(202)
                .body("retries", hasSize(1))
                .body("retries[0].by", equalTo("test-client"))
                .body("retries[0].afterAttempt", equalTo(4))
                .body("retries[0].replayId", nullValue());

        awaitStatus(NotificationStatus.DISCHARGED);
        manager()
                .get("/v1/deliveries/" + parked)
                .then()
                .body("history.number", contains(1, 2, 3, 4, 5, 6))
                .body("history[4].outcome", equalTo("TRY_LATER"))
                .body("status", equalTo("ACCEPTED"));
        assertThat(outcomes())
                .filteredOn(DeliveryRescheduled.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var rescheduled = (DeliveryRescheduled) event;
                    assertThat(rescheduled.deliveryId()).isEqualTo(parked);
                    assertThat(rescheduled.because()).isEqualTo("A person had it tried again");
                    assertThat(rescheduled.progress().status()).isEqualTo(NotificationStatus.IN_PROGRESS);
                });
        retry(parked, REASON).statusCode(409).body("errors.code", contains("ACCEPTED"));
    }

    @Test
    void askingAgainWhileItIsOnItsWayChangesNothing() {
        authorities.script(CQC, reference, REJECT, SILENT);
        receive("SERIOUS_INJURY", INDEPENDENT);
        var rejected = stopped(CQC, DeliveryStatus.REJECTED);
        retry(rejected, REASON).statusCode(202);

        retry(rejected, "Once more, in case it got lost.").statusCode(202).body("retries.reason", contains(REASON));
    }

    @Test
    void whatNeedsNoRetryIsRefusedAndSaysWhy() {
        authorities.script(CQC, reference, REJECT);
        receive("SERIOUS_INJURY", INDEPENDENT);
        var first = stopped(CQC, DeliveryStatus.REJECTED);
        manager().body("{}").post("/v1/deliveries/" + first + "/retry").then().statusCode(400);
        retry(UUID.randomUUID(), REASON).statusCode(404);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .contentType("application/json")
                .body(Map.of("reason", REASON))
                .post("/v1/deliveries/" + first + "/retry")
                .then()
                .statusCode(403);

        amend(2);
        awaitAccepted(2);
        retry(first, REASON)
                .statusCode(409)
                .body("code", equalTo("NOT_TRIED_AGAIN"))
                .body("errors.code", contains("OVERTAKEN"))
                .body("detail", containsString("later version"));

        withdraw(3);
        awaitStatus(NotificationStatus.WITHDRAWN);
        retry(first, REASON).statusCode(409).body("errors.code", contains("WITHDRAWN"));
        assertThat(outcomes()).noneMatch(DeliveryRescheduled.class::isInstance);
    }

    @Test
    void whatLfpseMayHaveAlreadyIsSentAgainOnlyByWhoeverAcceptsThat() {
        authorities.script(LFPSE, reference, SILENT);
        authorities.script(CQC, reference, REJECT);
        receive("SERIOUS_INJURY", TRUST);
        var held = stopped(LFPSE, DeliveryStatus.UNKNOWN);
        retry(held, REASON)
                .statusCode(409)
                .body("code", equalTo("MAY_TELL_TWICE"))
                .body("detail", containsString("unanswered"));

        stopped(CQC, DeliveryStatus.REJECTED);
        assertThat(stopped(LFPSE, DeliveryStatus.PARKED)).isEqualTo(held);
        retry(held, REASON).statusCode(409).body("code", equalTo("MAY_TELL_TWICE"));
        retry(held, Map.of("reason", REASON, "acceptTellingTwice", true)).statusCode(202);

        awaitStatus(NotificationStatus.DISCHARGED);
        assertThat(calls()).extracting(Call::authority).containsExactlyInAnyOrder(LFPSE, LFPSE, CQC);
    }

    @Test
    void aDutyMetByTheFallbackLeavesNothingToRetry() {
        authorities.script(LFPSE, reference, REJECT);
        receive("SERIOUS_INJURY", TRUST);
        awaitStatus(NotificationStatus.DISCHARGED);

        retry(stopped(LFPSE, DeliveryStatus.REJECTED), REASON)
                .statusCode(409)
                .body("errors.code", contains("NOTHING_OWED"));
    }

    @Test
    void anOperatorFindsWhatHasStoppedByWhatItIs() {
        var provider = "1-" + id;
        authorities.script(CQC, reference, REJECT);
        receive("SERIOUS_INJURY", provider);
        stopped(CQC, DeliveryStatus.REJECTED);

        list("state=REJECTED&destination=CQC&type=SERIOUS_INJURY&providerId=" + provider + "&createdFrom=" + NOW)
                .body("items.notificationId", contains(id.toString()))
                .body("items[0].type", equalTo("SERIOUS_INJURY"))
                .body("items[0].providerId", equalTo(provider));
        list("notificationId=" + id).body("items.providerId", contains(provider));
        list("notificationId=" + UUID.randomUUID()).body("items", hasSize(0));
        list("type=INSOLVENCY&providerId=" + provider).body("items", hasSize(0));
        list("destination=LFPSE&providerId=" + provider).body("items", hasSize(0));
        list("createdTo=" + NOW + "&providerId=" + provider).body("items", hasSize(0));
        manager()
                .get("/v1/deliveries?createdFrom=yesterday&state=LOST&notificationId=yesterday")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("createdFrom", "notificationId", "state"))
                .body(not(containsString("yesterday")));
    }

    private UUID stopped(Authority authority, DeliveryStatus status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> outcomes().stream().reduce((earlier, later) -> later).stream()
                                .flatMap(outcome -> outcome.progress().deliveries().stream())
                                .filter(delivery -> delivery.authority().equals(authority.name()))
                                .filter(delivery -> delivery.status() == status)
                                .map(delivery -> delivery.id())
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static ValidatableResponse retry(UUID delivery, String reason) {
        return retry(delivery, Map.of("reason", reason));
    }

    private static ValidatableResponse retry(UUID delivery, Map<String, Object> body) {
        return manager()
                .body(body)
                .post("/v1/deliveries/" + delivery + "/retry")
                .then();
    }

    private static ValidatableResponse list(String query) {
        return manager().get("/v1/deliveries?" + query).then().statusCode(200);
    }

    private static RequestSpecification manager() {
        return given().auth().oauth2(TestTokens.token("deliveries:manage", "*")).contentType("application/json");
    }

    /** As the API document gives it. */
    private static String example() {
        try {
            var example = new ObjectMapper()
                    .readTree(
                            given().accept("application/json").get("/q/openapi").asString())
                    .at("/paths/~1v1~1deliveries~1{id}~1retry/post/requestBody/content/application~1json/example");
            return example.isTextual()
                    ? new ObjectMapper()
                            .readTree(example.textValue())
                            .get("reason")
                            .textValue()
                    : example.get("reason").textValue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
