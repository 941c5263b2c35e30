package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.notificationhub.intake.Patience.await;
import static org.notificationhub.intake.Requests.READ;
import static org.notificationhub.intake.Requests.WRITE;
import static org.notificationhub.intake.Requests.newReference;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.intake.IntakeTest;
import org.notificationhub.intake.Requests;

/** In a time of their own, so that the running service does not take these turns. */
@IntakeTest
class WebhookTurnsTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final String provider = Requests.newProvider();
    private UUID webhook;

    @Inject
    WebhookTurns turns;

    @Inject
    DataSource database;

    @BeforeEach
    void aWebhookWithNewsThatNobodySendsBeforeLater() throws SQLException {
        webhook = UUID.fromString(asProvider()
                .contentType(ContentType.JSON)
                .body("{ \"url\": \"http://localhost:9009/" + provider + "\" }")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update webhook set next_attempt_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(LATER));
            update.setObject(2, webhook);
            update.executeUpdate();
        }
        asProvider()
                .contentType(ContentType.JSON)
                .body(Requests.injury(newReference()).replace("RJ1", provider))
                .post("/v1/notifications")
                .then()
                .statusCode(202);
        await().untilAsserted(
                        () -> asProvider().get("/v1/status-changes").then().body("items", hasSize(1)));
    }

    @Test
    void nobodyTakesATurnBeforeItIsDue() {
        assertThat(taken(LATER.minusMillis(1))).isEmpty();
        assertThat(taken(LATER)).hasSize(1);
    }

    @Test
    void oneReplicaAtATimeSendsForAWebhook() {
        taken(LATER);

        assertThat(taken(LATER.plus(LEASE).minusMillis(1))).isEmpty();
    }

    @Test
    void whoeverDiesInTheMiddleIsReplacedAndWritesNothingAnyMore() {
        var dead = taken(LATER).get(0);

        var successor = taken(LATER.plus(LEASE)).get(0);

        assertThat(turns.taken(dead, 99, Attempt.answered(204, null))).isFalse();
        assertThat(successor.position()).isEqualTo(dead.position());
        assertThat(turns.taken(successor, dead.position() + 1, Attempt.answered(204, null)))
                .isTrue();
    }

    @Test
    void whereThereIsNoNewsThereIsNoTurn() {
        var turn = taken(LATER).get(0);

        turns.end(turn, Long.MAX_VALUE);

        assertThat(taken(LATER)).isEmpty();
    }

    private List<Turn> taken(Instant at) {
        return turns.take(1_000, at).stream()
                .filter(turn -> turn.webhook().equals(webhook))
                .toList();
    }

    private RequestSpecification asProvider() {
        return Requests.as(WRITE + " " + READ, provider);
    }
}
