package org.notificationhub.routing.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.delivery.DutyApi.manager;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities;

/** Destinations as those who manage deliveries see and stop them. */
@QuarkusTest
class DestinationResourceTest {

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @AfterEach
    void resume() {
        act("CQC", "resume", "The test is over").statusCode(200);
        act("LFPSE", "resume", "The test is over").statusCode(200);
    }

    @Test
    void aPauseStopsWhatIsSentUntilItIsResumed() {
        try (var sender = new Sender(broker, clock)) {
            act("CQC", "pause", example("pause")).statusCode(200).body("state", equalTo("PAUSED"));
            sender.receive(sender.exposure(sender.daysAgo(1), null));
            sender.awaitStatus(NotificationStatus.ROUTED);

            list("CQC")
                    .body("state", equalTo("PAUSED"))
                    .body("openDeliveries", greaterThanOrEqualTo(1))
                    .body("oldestUndeliveredSeconds", greaterThanOrEqualTo(0))
                    .body("inFlight", equalTo(0))
                    .body("circuit.state", equalTo("CLOSED"));
            list("LFPSE").body("state", equalTo("RUNNING"));
            assertThat(paused()).isEqualTo(1);
            assertThat(authorities.calls(sender.reference)).isEmpty();

            act("CQC", "resume", example("resume"))
                    .statusCode(200)
                    .body("state", equalTo("RUNNING"))
                    .body("paused", nullValue());
            sender.awaitStatus(NotificationStatus.DISCHARGED);
            assertThat(paused()).isZero();
        }
    }

    @Test
    void whoPausedItFirstAndWhyStays() {
        act("CQC", "pause", "  The portal is down  ").statusCode(200);

        act("CQC", "pause", "Another reason")
                .statusCode(200)
                .body("paused.reason", equalTo("The portal is down"))
                .body("paused.by", equalTo("test-client"))
                .body("paused.since", notNullValue());
    }

    @Test
    void resumingWhatRunsChangesNothing() {
        act("LFPSE", "resume", "Just in case").statusCode(200).body("state", equalTo("RUNNING"));
    }

    @Test
    void aQuietDestinationIsWell() {
        await().atMost(Sender.PATIENCE)
                .untilAsserted(() -> manager()
                        .get("/v1/destinations")
                        .then()
                        .statusCode(200)
                        .body("items.destination", contains("CQC", "LFPSE"))
                        .body("items.state", everyItem(equalTo("RUNNING")))
                        .body("items.rate", everyItem(nullValue()))
                        .body("items.inFlight", everyItem(equalTo(0)))
                        .body("items[0].profile", nullValue())
                        .body("items[1].profile.taxonomy", equalTo("6"))
                        .body("items[1].profile.offered", equalTo(true)));
        assertThat(metrics.get("hub_destination_circuit").gauges())
                .hasSize(2)
                .allSatisfy(gauge -> assertThat(gauge.value()).isZero());
        assertThat(metrics.get("hub_lfpse_profile_offered").gauge().value()).isEqualTo(1);
    }

    @Test
    void whatIsNoReasonAndWhatIsNoDestinationIsRefused() {
        act("CQC", "pause", " ").statusCode(400).body("errors[0].code", equalTo("REQUIRED"));
        act("CQC", "pause", "x".repeat(501)).statusCode(400).body("errors[0].code", equalTo("TOO_LONG"));
        act("NHS", "pause", "There is no such destination").statusCode(404);
        manager()
                .contentType("application/json")
                .body(Map.of("reason", "Fine", "until", "18:00"))
                .post("/v1/destinations/CQC/pause")
                .then()
                .statusCode(400);
        given().get("/v1/destinations").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/destinations")
                .then()
                .statusCode(403);
        list("CQC").body("state", equalTo("RUNNING"));
    }

    private double paused() {
        return metrics.get("hub_destination_paused")
                .tag("authority", "CQC")
                .gauge()
                .value();
    }

    private static ValidatableResponse act(String destination, String act, String reason) {
        return manager()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/destinations/" + destination + "/" + act)
                .then();
    }

    private static ValidatableResponse list(String destination) {
        return manager()
                .get("/v1/destinations")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.destination == '" + destination + "' }");
    }

    /** As the API document gives it. */
    private static String example(String act) {
        var document = given().accept("application/json").get("/q/openapi").jsonPath();
        return document.getString("paths.'/v1/destinations/{destination}/" + act + "'.post.requestBody.content"
                + ".'application/json'.example.reason");
    }
}
