package org.notificationhub.routing.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Authorities.Reply.BUSY;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.replay.StoppedDeliveries.PATIENCE;
import static org.notificationhub.routing.replay.StoppedDeliveries.manager;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.delivery.Retry;
import org.notificationhub.routing.replay.ReplayOrder.Rules;
import org.notificationhub.routing.rule.Authority;

/** Many deliveries that have stopped, tried again. */
@QuarkusTest
class ReplayTest {

    private static final int OVER_A_PAGE = 250;

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    StartReplay startReplay;

    @Inject
    ReplayDelivery replayDelivery;

    @Inject
    ReplayRepository replays;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Clock clock;

    private StoppedDeliveries stopped;

    @BeforeEach
    void connect() {
        stopped = new StoppedDeliveries(authorities, broker);
    }

    @AfterEach
    void disconnect() {
        stopped.close();
    }

    /** Each leaves the filter as it is tried again: a list read by offset would pass over as many as it had read. */
    @Test
    void hundredsAreTriedAgainOnceEachWhileLiveTrafficGoesOn() {
        var ids = stopped.report(OVER_A_PAGE, "SERIOUS_INJURY", REJECT);
        stopped.awaitStopped("REJECTED", OVER_A_PAGE);

        var replay = begin("REJECTED");
        var live = stopped.report(20, "SERIOUS_INJURY", REJECT);

        var done = awaitEnd(replay, "DONE");
        assertThat(done.getInt("matched")).isEqualTo(OVER_A_PAGE);
        assertThat(done.getInt("rescheduled")).isEqualTo(OVER_A_PAGE);
        assertThat(done.getString("startedBy")).isEqualTo("test-client");
        assertThat(done.getDouble("perSecond")).isPositive();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids)
                        .allSatisfy(id ->
                                assertThat(authorities.calls(id.toString())).hasSize(2)));
        stopped.awaitStopped("REJECTED", live.size());
        assertThat(retries(replay)).hasSize(OVER_A_PAGE);
    }

    @Test
    void aPreviewCountsWhatWouldBeDoneAndDoesNothing() {
        stopped.report(3, "SERIOUS_INJURY", BUSY, BUSY, BUSY, BUSY);
        var accepted = stopped.report(1, "SERIOUS_INJURY");
        stopped.awaitStopped("PARKED", 3);
        stopped.awaitAccepted(1);
        var ids = stopped.ids("");
        assertThat(ids).hasSize(4);

        preview(Map.of("state", "PARKED", "providerId", stopped.provider))
                .body("matched", equalTo(3))
                .body("examined", equalTo(3))
                .body("wouldBeReplayed", equalTo(3))
                .body("sample", hasSize(3))
                .body("sample.authority", everyItem(equalTo("CQC")))
                .body("sample.type", everyItem(equalTo("SERIOUS_INJURY")))
                .body("sample.stopped", everyItem(equalTo("HTTP_503")))
                .body("sample[0].skipped", nullValue());
        preview(Map.of("ids", ids))
                .body("matched", equalTo(4))
                .body("wouldBeReplayed", equalTo(3))
                .body("skipped.ACCEPTED", equalTo(1))
                .body("sample[3].skipped", equalTo("ACCEPTED"))
                .body("sample[3].notificationId", equalTo(accepted.get(0).toString()))
                .body("sample[3].detail", containsString("has accepted it"));

        assertThat(stopped.matched("PARKED")).isEqualTo(3);
        manager().get("/v1/deliveries/" + ids.get(0)).then().body("retries", hasSize(0));
    }

    @Test
    void theSameRequestBeginsOneReplayAndAnotherUnderItsKeyIsRefused() {
        stopped.report(1, "SERIOUS_INJURY", REJECT);
        stopped.awaitStopped("REJECTED", 1);
        var key = UUID.randomUUID().toString();

        var first = post(stopped.order("REJECTED", "ORIGINAL"), key)
                .statusCode(202)
                .header("Location", containsString("/v1/replays/"))
                .header("Idempotency-Replayed", nullValue())
                .body("state", equalTo("RUNNING"))
                .body("matched", equalTo(1))
                .extract();
        awaitEnd(first.header("Location"), "DONE");
        var again = post(stopped.order("REJECTED", "ORIGINAL"), "\"" + key + "\"")
                .statusCode(202)
                .header("Idempotency-Replayed", equalTo("true"))
                .extract();

        assertThat(again.header("Location")).endsWith(first.jsonPath().getString("links.self"));
        assertThat(again.asString()).isEqualTo(first.asString());
        post(stopped.order("REJECTED", "CURRENT"), key).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        manager()
                .body(stopped.order("REJECTED", "ORIGINAL"))
                .post("/v1/replays")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
        post(stopped.order("REJECTED", "ORIGINAL"), "with space").statusCode(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        {"reason": "A good reason."}                                             | /filter       | REQUIRED
        {"filter": {"destination": "CQC"}, "reason": "A good reason."}           | /filter       | REQUIRED
        {"filter": {"state": "ACCEPTED"}, "reason": "A good reason."}            | /filter/state | NOT_A_CODE
        {"filter": {"state": "zebra"}, "reason": "A good reason."}               | /filter/state | WRONG_TYPE
        {"filter": {"ids": []}, "reason": "A good reason."}                      | /filter/ids   | OUT_OF_RANGE
        {"filter": {"state": "PARKED"}}                                          | /reason       | REQUIRED
        {"filter": {"state": "PARKED", "zebra": 1}, "reason": "A good reason."}  | /filter/zebra | UNKNOWN_MEMBER
        """)
    void anOrderThatCannotBeFollowedIsRefused(String body, String pointer, String code) {
        manager()
                .body(body)
                .post("/v1/replays")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", not(containsString("zebra")));
    }

    @Test
    void theExampleOfAnOrderIsPreviewed() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
        var example = document.at("/paths/~1v1~1replays/post/requestBody/content/application~1json/example");

        manager()
                .body(example.isTextual() ? example.textValue() : example.toString())
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .body("matched", notNullValue());
    }

    @Test
    void onceCancelledNothingMoreIsTriedAgainAndWhatHasBeenStaysSo() {
        var runner = UUID.randomUUID();
        var replay = begunBy(runner, Duration.ofMinutes(10));
        var items = toDo(replay);
        items.subList(0, 5).forEach(item -> replayDelivery.replay(item.key(), runner));

        manager()
                .delete("/v1/replays/" + replay)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("endedBy", equalTo("test-client"))
                .body("done", equalTo(5));
        items.subList(5, 12).forEach(item -> replayDelivery.replay(item.key(), runner));

        assertThat(toDo(replay)).hasSize(7);
        assertThat(retries(replay)).hasSize(5);
        manager().delete("/v1/replays/" + replay).then().statusCode(200).body("state", equalTo("CANCELLED"));
        manager().delete("/v1/replays/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatOneThatDiedLeftUndoneIsGoneOnWithAndNothingIsDoneTwice() {
        var dead = UUID.randomUUID();
        var replay = begunBy(dead, Duration.ofSeconds(2));
        var items = toDo(replay);
        items.subList(0, 5).forEach(item -> replayDelivery.replay(item.key(), dead));
        assertThat(retries(replay)).hasSize(5);

        var done = awaitEnd("/v1/replays/" + replay, "DONE");
        items.forEach(item -> replayDelivery.replay(item.key(), dead));

        assertThat(done.getInt("rescheduled")).isEqualTo(12);
        assertThat(retries(replay)).hasSize(12);
        manager().get("/v1/replays/" + replay).then().body("rescheduled", equalTo(12));
    }

    @Test
    void whatCannotBeTriedAgainIsPassedOverAndSaidSo() {
        stopped.report(2, "SERIOUS_INJURY", REJECT);
        stopped.report(1, "SERIOUS_INJURY");
        stopped.awaitStopped("REJECTED", 2);
        stopped.awaitAccepted(1);
        var ids = stopped.ids("");
        assertThat(ids).hasSize(3);
        var replay = post(
                        Map.of("filter", Map.of("ids", ids), "reason", "They were mended.", "preview", false),
                        UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .header("Location");

        var done = awaitEnd(replay, "DONE");

        assertThat(done.getInt("rescheduled")).isEqualTo(2);
        assertThat(done.getInt("skipped.ACCEPTED")).isEqualTo(1);
        assertThat(done.getList("problems.because")).containsExactly("ACCEPTED");
        manager()
                .get("/v1/replays?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(done.getString("id")))
                .body("items[0].done", equalTo(3))
                .body("items[0].problems", nullValue())
                .body("next", notNullValue());
        manager().get("/v1/replays/" + UUID.randomUUID()).then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/replays")
                .then()
                .statusCode(403);
    }

    private String begin(String state) {
        return post(stopped.order(state, "ORIGINAL"), UUID.randomUUID().toString())
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** Twelve deliveries that {@code runner}, which is none of this service's, has on lease. */
    private UUID begunBy(UUID runner, Duration lease) {
        stopped.report(12, "SERIOUS_INJURY", REJECT);
        stopped.awaitStopped("REJECTED", 12);
        var order = new ReplayOrder(
                new DeliveryFilter(
                        DeliveryStatus.REJECTED, Authority.CQC, null, stopped.provider, null, null, null, null),
                Rules.ORIGINAL,
                "CQC's gateway is back.",
                false);
        return QuarkusTransaction.requiringNew().call(() -> {
            var replay = startReplay
                    .start(order, "test-client", UUID.randomUUID().toString())
                    .replay();
            replay.leased(runner, clock.instant().plus(lease));
            return replay.id();
        });
    }

    private List<ReplayItem> toDo(UUID replay) {
        return QuarkusTransaction.requiringNew().call(() -> replays.toDo(replay, 100));
    }

    private List<Retry> retries(String replay) {
        return retries(UUID.fromString(replay.substring(replay.lastIndexOf('/') + 1)));
    }

    private List<Retry> retries(UUID replay) {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries
                        .getEntityManager()
                        .createQuery("from Retry where replayId = ?1", Retry.class)
                        .setParameter(1, replay)
                        .getResultList());
    }

    private static JsonPath awaitEnd(String replay, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> manager()
                                .get(replay)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        answer -> answer.getString("state").equals(state));
    }

    private static ValidatableResponse preview(Map<String, Object> filter) {
        return manager()
                .body(Map.of("filter", filter, "reason", "To see what it would do."))
                .post("/v1/replays")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(Map<String, Object> order, String key) {
        return manager()
                .header("Idempotency-Key", key)
                .body(order)
                .post("/v1/replays")
                .then();
    }
}
