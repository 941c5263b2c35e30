package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Authorities.Reply.BUSY;
import static org.notificationhub.routing.Authorities.Reply.SILENT;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.RecordAnswer;
import org.notificationhub.routing.delivery.RoutedNotificationRepository;
import org.notificationhub.routing.rule.Authority;

/** What the hub is told of LfPSE's records: kept before it is answered, and matched whichever came first. */
@QuarkusTest
class CallbackTest extends LfpseJourney {

    private static final String CANARY = "Zaphod Beeblebrox";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RecordAnswer record;

    @Inject
    RoutedNotificationRepository notifications;

    private final String lfpseId = "e-" + id;
    private final LfpseCallbacks stranger = LfpseCallbacks.about(lfpseId, "LF-" + id);

    @Test
    void aLateAcceptanceEndsTheWaitAndCqcIsNotTold() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, SILENT);
        receiveInjury(id, reference, null);
        var unanswered = awaitDelivery(id, Authority.LFPSE, "UNKNOWN");
        assertThat(unanswered.getString("receiptState")).isEqualTo("SENT");

        var submission = new LfpseCallbacks(lfpseId, "LF-7", UUID.fromString(unanswered.getString("id")));
        assertThat(submission.send("accepted", 1).statusCode()).isEqualTo(202);

        var accepted = awaitDelivery(id, Authority.LFPSE, "ACCEPTED");
        assertThat(accepted.getString("receipt.reference")).isEqualTo("LF-7");
        assertThat(accepted.getString("receiptState")).isEqualTo("ACCEPTED");
        assertThat(accepted.getList("callbacks.type")).containsExactly("accepted");
        assertThat(calls()).extracting(Call::authority).containsExactly(Authority.LFPSE);
    }

    @Test
    void theSameMessageAgainAndAVersionThatWasKnownAreAnsweredOtherwise() {
        isATrust();
        var taken = about(awaitAcceptedByLfpse(receiveInjury(null)));
        var message = taken.body("amended", 2, "");

        assertThat(LfpseCallbacks.post("msg-" + id, message).statusCode()).isEqualTo(202);
        assertThat(LfpseCallbacks.post("msg-" + id, message).statusCode()).isEqualTo(200);
        assertThat(taken.send("amended", 2).statusCode()).isEqualTo(200);
        assertThat(taken.send("accepted", 1).statusCode()).isEqualTo(200);
        assertThat(taken.send("shared-with-cqc", 2).asString()).isEmpty();
        assertThat(delivery(taken.submission()).getString("receiptState")).isEqualTo("AMENDED");
        assertThat(delivery(taken.submission()).getString("receipt.authorityVersion"))
                .isEqualTo("2");
    }

    @Test
    void anOrphanIsKeptAndListedWithoutItsBody() {
        try (var log = new LogLines()) {
            assertThat(stranger.send("something-new", 1, LfpseCallbacks.resource(true, "2", CANARY))
                            .statusCode())
                    .isEqualTo(202);

            var listed = orphans().stream()
                    .filter(orphan -> orphan.contains(lfpseId))
                    .findFirst()
                    .orElseThrow();
            assertThat(listed).doesNotContain(CANARY).doesNotContain("resource");
            var callback = Registers.manager().get("/v1/callbacks/" + idOf(lfpseId));
            callback.then()
                    .statusCode(200)
                    .body("matched", equalTo(false))
                    .body("notificationIds", hasSize(0))
                    .body("body.resource.description", equalTo(CANARY));
            assertThat(log.all()).noneMatch(line -> line.contains(CANARY));
        }
        Registers.as("notifications:read").get("/v1/callbacks").then().statusCode(403);
        given().get("/v1/callbacks").then().statusCode(401);
        Registers.manager().get("/v1/callbacks?matched=perhaps").then().statusCode(400);
        Registers.manager().get("/v1/callbacks/" + id).then().statusCode(404);
        Registers.manager()
                .get("/v1/callbacks?matched=true&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].body", nullValue());
    }

    @Test
    void anOrphanIsMatchedWhenTheDeliveryIsAnswered() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, BUSY, BUSY, BUSY, BUSY);
        receiveInjury(id, reference, null);
        var delivery = awaitAttempted(id);
        stranger.send("amended", 2);

        record.answered(delivery, 1, accepted(lfpseId));

        assertThat(delivery(delivery).getString("receiptState")).isEqualTo("AMENDED");
        assertThat(delivery(delivery).getList("callbacks.type")).containsExactly("amended");
        assertThat(orphans()).noneMatch(orphan -> orphan.contains(lfpseId));
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"id", "reference number"})
    void anOrphanIsMatchedWhenASenderGivesTheNameOfItsOwnReport(String by) {
        isATrust();
        stranger.send("withdrawn", 2);

        receiveInjury(id, reference, new LfpseReport(by.equals("id") ? lfpseId : "LF-" + id, NOW, true, null));

        awaitDelivery(id, Authority.CQC, "ACCEPTED");
        assertThat(orphans()).noneMatch(orphan -> orphan.contains(lfpseId));
        assertThat(awaitFinding("EXEMPTION_FAILED", "RESOLVED").get("notificationId"))
                .isEqualTo(id.toString());
    }

    @Test
    void anOrphanIsMatchedWhenAnotherCallbackSaysWhoseItIs() {
        isATrust();
        authorities.script(Authority.LFPSE, reference, SILENT);
        receiveInjury(id, reference, null);
        stranger.send("amended", 2);
        var delivery = awaitDelivery(id, Authority.LFPSE, "UNKNOWN");

        new LfpseCallbacks(lfpseId, "LF-" + id, deliveryId(delivery)).send("accepted", 1);

        awaitDelivery(id, Authority.LFPSE, "ACCEPTED");
        assertThat(delivery(deliveryId(delivery)).getString("receiptState")).isEqualTo("AMENDED");
        assertThat(orphans()).noneMatch(orphan -> orphan.contains(lfpseId));
    }

    @Test
    void theAnswerAndTheCallbackFindEachOtherWhicheverIsCommittedFirst() {
        isATrust();
        var racing = Stream.generate(UUID::randomUUID).limit(12).toList();
        racing.forEach(each -> {
            authorities.script(Authority.LFPSE, "INC-" + each, BUSY, BUSY, BUSY, BUSY);
            receiveInjury(each, "INC-" + each, null);
        });
        var deliveries = racing.stream().map(this::awaitAttempted).toList();

        for (var each : deliveries) {
            var start = new CompletableFuture<Void>();
            var answer = start.thenRunAsync(() -> record.answered(each, 1, accepted("race-" + each)));
            var callback = start.thenRunAsync(
                    () -> LfpseCallbacks.about("race-" + each, "LF-" + each).send("amended", 2));
            start.complete(null);
            CompletableFuture.allOf(answer, callback).join();
        }

        assertThat(deliveries)
                .allSatisfy(each ->
                        assertThat(delivery(each).getString("receiptState")).isEqualTo("AMENDED"));
    }

    @Test
    void aCallbackAboutABusyNotificationIsAnsweredAndAppliedLater() {
        isATrust();
        var notification = receiveInjury(null);
        var taken = about(awaitAcceptedByLfpse(notification));

        QuarkusTransaction.requiringNew().run(() -> {
            notifications.lock(notification).orElseThrow();
            assertThat(CompletableFuture.supplyAsync(
                                    () -> taken.send("amended", 2).statusCode())
                            .join())
                    .isEqualTo(202);
        });

        await().atMost(PATIENCE)
                .until(() ->
                        delivery(taken.submission()).getString("receiptState").equals("AMENDED"));
    }

    @Test
    void theExampleInTheApiDocumentIsTaken() {
        var document = given().accept("application/json").get("/q/openapi").jsonPath();
        Map<String, Object> example =
                document.getMap("paths.'/v1/callbacks/lfpse'.post.requestBody.content.'application/json'.example");

        assertThat(LfpseCallbacks.post("msg-" + id, JSON.valueToTree(example).toString())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void anUnsignedCallbackIsRefused() {
        given().contentType("application/json")
                .body(stranger.body("accepted", 1, ""))
                .post("/v1/callbacks/lfpse")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"type\": ",
                "{\"type\": \"accepted\"}",
                "{\"type\": \"Free text\", \"lfpseId\": \"e-7\"}",
                "{\"type\": \"accepted\", \"lfpseId\": \"free text\"}",
                "{\"type\": \"accepted\", \"lfpseId\": \"e-7\", \"referenceNumber\": \"free text\"}",
                "{\"type\": \"accepted\", \"lfpseId\": \"e-7\", \"provider\": {\"id\": \"free text\"}}",
                "{\"type\": \"accepted\", \"lfpseId\": \"e-7\", \"resource\": \"\\u0000\"}"
            })
    void aSignedCallbackThatCannotBeReadIsRefused(String body) {
        assertThat(LfpseCallbacks.post("msg-" + UUID.randomUUID(), body).statusCode())
                .isEqualTo(400);
    }

    private JsonPath awaitAcceptedByLfpse(UUID notification) {
        return awaitDelivery(notification, Authority.LFPSE, "ACCEPTED");
    }

    /** LfPSE has not taken it yet. */
    private UUID awaitAttempted(UUID notification) {
        return await().atMost(PATIENCE)
                .until(() -> delivery(deliveryId(notification, Authority.LFPSE)), tried -> tried.getInt("attempts") > 0)
                .getUUID("id");
    }

    private static UUID deliveryId(JsonPath delivery) {
        return UUID.fromString(delivery.getString("id"));
    }

    private static Answer accepted(String lfpseId) {
        return new Answer.Accepted("LF-" + lfpseId, lfpseId, "1", List.of(), null);
    }

    private static String idOf(String lfpseId) {
        return pages("/v1/callbacks?matched=false&limit=200").stream()
                .flatMap(page ->
                        page
                                .getList("items.findAll { it.lfpseId == '%s' }.id".formatted(lfpseId), String.class)
                                .stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> orphans() {
        return pages("/v1/callbacks?matched=false&limit=3").stream()
                .flatMap(page -> page.getList("items").stream())
                .map(Object::toString)
                .toList();
    }

    private static List<JsonPath> pages(String first) {
        var pages = new ArrayList<JsonPath>();
        for (var next = first; next != null; next = pages.get(pages.size() - 1).getString("next")) {
            pages.add(Registers.manager().get(next).jsonPath());
        }
        return pages;
    }
}
