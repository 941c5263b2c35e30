package org.notificationhub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.notificationhub.intake.Patience.await;
import static org.notificationhub.intake.Requests.newReference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.intake.notification.RecordOutcome;
import org.notificationhub.intake.status.StatusChangeWaiting;

/** Each test has a provider of its own, so that the feed holds only what the test made. */
@IntakeTest
class StatusFeedTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final String provider = Requests.newProvider();

    @Inject
    RecordOutcome recordOutcome;

    @Inject
    DataSource database;

    @Test
    void theSenderSeesEveryChangeInTheOrderInWhichItHappened() {
        var reference = newReference();
        var id = posted(reference);
        attempted(id, 1, NotificationStatus.IN_PROGRESS, DeliveryStatus.SENDING, 1, null);
        attempted(id, 2, NotificationStatus.DISCHARGED, DeliveryStatus.ACCEPTED, 1, "CQC-77");
        change(id, "withdrawal", "{ \"reason\": \"Entered twice by mistake.\" }");

        var feed = feedWith(4);

        assertThat(feed.getList("items.status")).containsExactly("ACCEPTED", "IN_PROGRESS", "DISCHARGED", "WITHDRAWN");
        assertThat(feed.getList("items.previousStatus")).containsExactly(null, "ACCEPTED", "IN_PROGRESS", "DISCHARGED");
        assertThat(feed.getList("items.because"))
                .containsExactly("RECEIVED", "DELIVERY_SENDING", "DELIVERY_ACCEPTED", "WITHDRAWN");
        assertThat(feed.getList("items.version")).containsExactly(1, 1, 1, 2);
        assertThat(feed.getList("items.notificationId")).containsOnly(id);
        assertThat(feed.getList("items.reference")).containsOnly(reference);
        assertThat(feed.getList("items.providerId")).containsOnly(provider);
        assertThat(feed.getString("items[2].deliveries[0].reference")).isEqualTo("CQC-77");
        assertThat(feed.getString("items[2].duties[0].status")).isEqualTo("DISCHARGED");
    }

    @Test
    void anAmendmentIsAChange() {
        var reference = newReference();
        var id = posted(reference);
        change(id, "amendments", injury(reference).replace("hip", "wrist"));

        var feed = feedWith(2);

        assertThat(feed.getList("items.because")).containsExactly("RECEIVED", "AMENDED");
        assertThat(feed.getList("items.version")).containsExactly(1, 2);
    }

    @Test
    void oneMoreAttemptIsNoChange() {
        var id = posted(newReference());
        attempted(id, 1, NotificationStatus.IN_PROGRESS, DeliveryStatus.SCHEDULED, 1, null);
        attempted(id, 2, NotificationStatus.IN_PROGRESS, DeliveryStatus.SCHEDULED, 2, null);
        attempted(id, 3, NotificationStatus.IN_PROGRESS, DeliveryStatus.PARKED, 3, null);

        var feed = feedWith(3);

        assertThat(feed.getList("items.deliveries.status"))
                .containsExactly(List.of(), List.of("SCHEDULED"), List.of("PARKED"));
    }

    @Test
    void whatIsCommittedLateIsNotSkipped() throws SQLException {
        var first = UUID.fromString(posted(newReference()));
        var second = UUID.fromString(posted(newReference()));
        var next = feedWith(2).getString("next");
        try (var early = transaction();
                var late = transaction()) {
            withdrawn(first).append(late);
            withdrawn(second).append(early);
            early.commit();
            var page = read(next, 1);
            assertThat(page.getString("items[0].notificationId")).isEqualTo(second.toString());

            late.commit();

            assertThat(read(page.getString("next"), 1).getString("items[0].notificationId"))
                    .isEqualTo(first.toString());
        }
    }

    @Test
    void whoeverReadsWhileManyWriteMissesNothingAndReadsNothingTwice() {
        var writers = IntStream.range(0, 5)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 10)
                        .mapToObj(n -> posted(newReference()))
                        .toList()))
                .toList();
        var seen = new ArrayList<String>();
        var next = new AtomicReference<>("/v1/status-changes?limit=7");
        await().until(() -> {
            var page = follow(next.get());
            seen.addAll(page.getList("items.notificationId"));
            next.set(page.getString("next"));
            return seen.size() >= 50;
        });

        var sent = writers.stream().flatMap(writer -> writer.join().stream()).toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(follow(next.get()).getList("items")).isEmpty();
    }

    @Test
    void theFeedGoesOnWhereAReaderStopped() {
        posted(newReference());
        posted(newReference());
        feedWith(2);

        var first = asProvider().get("/v1/status-changes?limit=1").then().body("items", hasSize(1));
        var next = first.extract().<String>path("next");
        first.header("Link", equalTo("<" + next + ">; rel=\"next\""));
        var end = follow(next).getString("next");
        assertThat(follow(end).getList("items")).isEmpty();
        assertThat(follow(end).getString("next")).isEqualTo(end);
        var third = posted(newReference());

        assertThat(read(end, 1).getString("items[0].notificationId")).isEqualTo(third);
    }

    @Test
    void aReaderMayBeginNow() {
        posted(newReference());
        feedWith(1);

        var now = asProvider()
                .get("/v1/status-changes?from=NOW")
                .then()
                .body("items", hasSize(0))
                .extract()
                .<String>path("next");
        var id = posted(newReference());

        assertThat(read(now, 1).getString("items[0].notificationId")).isEqualTo(id);
    }

    @Test
    void aReaderMayWaitForTheNextChange() {
        var id = posted(newReference());

        asProvider()
                .header("Prefer", "wait=10")
                .get("/v1/status-changes")
                .then()
                .statusCode(200)
                .body("items[0].notificationId", equalTo(id));
    }

    @Test
    void anotherProvidersChangesAreNotSeen() {
        posted(newReference());
        feedWith(1);

        Requests.as(Requests.READ, Requests.newProvider())
                .get("/v1/status-changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Requests.as(Requests.WRITE, provider).get("/v1/status-changes").then().statusCode(403);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        asProvider()
                .get("/v1/status-changes?cursor=zq7")
                .then()
                .statusCode(400)
                .body("code", equalTo("CURSOR_INVALID"));
        asProvider().get("/v1/status-changes?from=THEN").then().statusCode(400).body("code", equalTo("QUERY_INVALID"));
    }

    private Connection transaction() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static StatusChangeWaiting withdrawn(UUID id) {
        return new StatusChangeWaiting(
                Ids.next(),
                id,
                2,
                NotificationStatus.WITHDRAWN,
                NotificationStatus.ACCEPTED,
                "[]",
                "[]",
                "WITHDRAWN",
                LATER);
    }

    private RequestSpecification asProvider() {
        return Requests.as(Requests.WRITE + " " + Requests.READ, provider);
    }

    private String injury(String reference) {
        return Requests.injury(reference).replace("RJ1", provider);
    }

    private String posted(String reference) {
        return sent("/v1/notifications", injury(reference));
    }

    private void change(String id, String how, String body) {
        sent("/v1/notifications/" + id + "/" + how, body);
    }

    private String sent(String path, String body) {
        return asProvider()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private JsonPath feedWith(int changes) {
        return read("/v1/status-changes", changes);
    }

    private JsonPath read(String path, int changes) {
        return await().until(() -> follow(path), page -> page.getList("items").size() == changes);
    }

    private JsonPath follow(String path) {
        return asProvider()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void attempted(
            String id,
            int revision,
            NotificationStatus status,
            DeliveryStatus delivery,
            int attempts,
            String reference) {
        var duty = status == NotificationStatus.DISCHARGED ? DutyStatus.DISCHARGED : DutyStatus.OPEN;
        var progress = new RoutingProgress(
                revision,
                1,
                status,
                List.of(new RoutingProgress.Duty("CQC", duty, null, "without delay")),
                List.of(new RoutingProgress.Delivery(Ids.next(), "CQC", "http", delivery, attempts, null, reference)));
        QuarkusTransaction.requiringNew()
                .run(() -> recordOutcome.record(new DeliveryAttempted(
                        UUID.fromString(id),
                        LATER.plusSeconds(revision),
                        Ids.next(),
                        "CQC",
                        delivery,
                        null,
                        progress)));
    }
}
