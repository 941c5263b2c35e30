package org.notificationhub.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.notificationhub.sandbox.Authority.CQC;
import static org.notificationhub.sandbox.Authority.LFPSE;
import static org.notificationhub.sandbox.Requests.EVENTS;
import static org.notificationhub.sandbox.Requests.behave;
import static org.notificationhub.sandbox.Requests.cqc;
import static org.notificationhub.sandbox.Requests.incident;
import static org.notificationhub.sandbox.Requests.lfpse;
import static org.notificationhub.sandbox.Requests.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(CallbackReceiver.class)
class BehaviourTest {

    private static final Duration IMPATIENT = Duration.ofMillis(700);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/cqc/notifications")
    URI notifications;

    @BeforeEach
    void startAfresh() {
        Requests.startAfresh();
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        behave(CQC, "{\"mode\": \"REJECT\"}");

        given().get("/sandbox/behaviour")
                .then()
                .body("CQC.mode", equalTo("REJECT"))
                .body("CQC.share", equalTo(1.0f))
                .body("CQC.callbacks", equalTo("NONE"))
                .body("LFPSE.mode", equalTo("ACCEPT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"mode\":\"EXPLODE\"}", "{\"share\":1.5}", "{\"latencyMs\":-1}", "{\"speed\":1}", "{", ""})
    void aBehaviourThatCannotBeIsRefused(String behaviour) {
        given().contentType("application/json")
                .body(behaviour)
                .put("/sandbox/behaviour/CQC")
                .then()
                .statusCode(400);
    }

    @Test
    void rejectIsSaidInTheAuthoritysOwnLanguage() {
        behave(CQC, "{\"mode\": \"REJECT\"}");
        behave(LFPSE, "{\"mode\": \"REJECT\"}");

        cqc().body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        lfpse().body(incident())
                .post(EVENTS)
                .then()
                .statusCode(422)
                .body("issue[0].details.coding[0].code", notNullValue());
        given().get("/sandbox/received")
                .then()
                .body("effect", contains(false, false))
                .body("answered", contains(422, 422));
    }

    @Test
    void errorIs500And503InTurn() {
        behave(CQC, "{\"mode\": \"ERROR\"}");

        var statuses = Set.of(
                cqc().body(notification()).post("/cqc/notifications").statusCode(),
                cqc().body(notification()).post("/cqc/notifications").statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(500, 503);
    }

    @ParameterizedTest
    @EnumSource
    void tooManySaysWhenToComeBack(Authority authority) {
        behave(authority, "{\"mode\": \"RATE_LIMIT\"}");

        var answer = authority == CQC
                ? cqc().body(notification()).post("/cqc/notifications")
                : lfpse().body(incident()).post(EVENTS);

        answer.then().statusCode(429).header("Retry-After", equalTo("1"));
    }

    @Test
    void latencyComesBeforeTheAnswer() {
        behave(CQC, "{\"latencyMs\": 400}");

        cqc().body(notification())
                .post("/cqc/notifications")
                .then()
                .statusCode(201)
                .time(greaterThanOrEqualTo(400L));
    }

    @Test
    void timeoutNeitherProcessesNorAnswers() {
        behave(CQC, "{\"mode\": \"TIMEOUT\"}");

        assertThatThrownBy(() -> http.send(post("key-1", IMPATIENT), BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);

        behave(CQC, "{}");
        cqc("key-1").body(notification()).post("/cqc/notifications").then().statusCode(201);
        given().get("/sandbox/received")
                .then()
                .body("effect", contains(false, true))
                .body("answered", contains(null, 201));
    }

    @Test
    void acceptThenTimeoutProcessesWithoutAnswering() {
        behave(CQC, "{\"mode\": \"ACCEPT_THEN_TIMEOUT\"}");

        assertThatThrownBy(() -> http.send(post("key-1", IMPATIENT), BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);

        behave(CQC, "{}");
        cqc("key-1").body(notification()).post("/cqc/notifications").then().statusCode(200);
        given().get("/sandbox/received")
                .then()
                .body("effect", contains(true, false))
                .body("answered", contains(null, 200));
    }

    @Test
    void requestsWithoutAnswerHoldNobodyUpAndCanBeDropped() {
        behave(CQC, "{\"mode\": \"TIMEOUT\"}");
        var silent = IntStream.range(0, 100)
                .mapToObj(i -> http.sendAsync(post("key-" + i, PATIENT), BodyHandlers.discarding()))
                .toList();
        await().atMost(PATIENT).until(() -> received() == 100);

        lfpse().body(incident()).post(EVENTS).then().statusCode(201);
        given().delete("/sandbox/received").then().statusCode(204);

        assertThat(silent).allSatisfy(BehaviourTest::assertDropped);
    }

    @Test
    void aShareOfTheRequestsMeetsTheMode() {
        behave(CQC, "{\"mode\": \"REJECT\", \"share\": 0.5}");

        var statuses = new HashSet<Integer>();
        await().atMost(PATIENT).pollInterval(Duration.ofMillis(1)).until(() -> {
            statuses.add(cqc().body(notification()).post("/cqc/notifications").statusCode());
            return statuses.size() == 2;
        });

        assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    }

    @Test
    void aShareOfNothingIsNothing() {
        behave(CQC, "{\"mode\": \"REJECT\", \"share\": 0}");

        cqc().body(notification()).post("/cqc/notifications").then().statusCode(201);
    }

    @Test
    void requestsAtTheSameTimeAreAllWrittenDown() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> http.sendAsync(post("same-key", PATIENT), BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.get().statusCode())
                .containsOnlyOnce(201)
                .contains(200);
        assertThat(answers)
                .extracting(answer -> answer.get().body())
                .containsOnly(answers.get(0).join().body());
        List<Boolean> effects =
                given().get("/sandbox/received").then().extract().path("effect");
        assertThat(effects).hasSize(200).containsOnlyOnce(true);
    }

    private static void assertDropped(CompletableFuture<HttpResponse<Void>> answer) {
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    private HttpRequest post(String key, Duration patience) {
        return HttpRequest.newBuilder(notifications)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-Request-ID", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(notification().toString()))
                .build();
    }

    private static int received() {
        return given().get("/sandbox/received")
                .then()
                .extract()
                .<List<?>>path("$")
                .size();
    }
}
