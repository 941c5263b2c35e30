package org.notificationhub.routing.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.delivery.DutyApi.duty;
import static org.notificationhub.routing.delivery.DutyApi.list;
import static org.notificationhub.routing.delivery.DutyApi.manager;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.platform.TestTokens;

/** What is owed to the authorities, as it is served. */
@QuarkusTest
class DutyResourceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DutyWatch watch;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    private Sender sender;

    @BeforeEach
    void connect() {
        sender = new Sender(broker, clock);
    }

    @AfterEach
    void disconnect() {
        sender.close();
    }

    @Test
    void aReasonIsOwedForWhatWasMetLateUntilItIsGiven() {
        sender.receive(sender.exposure(sender.daysAgo(15), null));
        sender.awaitStatus(NotificationStatus.DISCHARGED);
        list(sender, "lateReasonOwed=true").body("items.notificationId", contains(sender.id.toString()));
        watch.look();
        assertThat(metrics.get("hub_duties_late_reason_owed").gauge().value()).isPositive();

        var reason = exampleOfAReason();
        explain("CQC", reason)
                .statusCode(200)
                .body("late", equalTo(true))
                .body("lateReason.reason", equalTo(reason))
                .body("lateReason.by", equalTo("test-client"));

        explain("CQC", " " + reason + " ").statusCode(200);
        explain("CQC", "Another reason altogether.").statusCode(409).body("code", equalTo("LATE_REASON_GIVEN"));
        explain("LFPSE", "It was never late at all.").statusCode(409).body("code", equalTo("NOT_LATE"));
        explain("NHS", "There is no such authority.").statusCode(404);
        explain("CQC", "          ").statusCode(400).body("errors[0].code", equalTo("TOO_SHORT"));
        list(sender, "lateReasonOwed=true").body("items", hasSize(0));
        duty(sender).body("lateReason.reason", equalTo(reason));
    }

    @Test
    void dutiesAreListedInPagesByWhenTheirTimeEnds() {
        sender.receive(sender.exposure(sender.daysAgo(1), null));
        sender.awaitStatus(NotificationStatus.DISCHARGED);

        var first = list(sender, "limit=1").body("items[0].authority", equalTo("CQC"));

        manager()
                .get(first.extract().jsonPath().getString("next"))
                .then()
                .statusCode(200)
                .body("items.authority", contains("LFPSE"))
                .body("items.status", everyItem(equalTo("NOT_REQUIRED")))
                .body("next", nullValue());
        list(sender, "dueBefore=" + clock.instant()).body("items", hasSize(0));
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhatIsWrong() {
        given().get("/v1/duties").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("notifications:read", "*"))
                .get("/v1/duties")
                .then()
                .statusCode(403);
        manager()
                .get("/v1/duties?state=LATE&overdue=maybe&dueBefore=tomorrow&lateReasonOwed=1&limit=0")
                .then()
                .statusCode(400)
                .body("errors", hasSize(5))
                .body("errors.detail", hasItem("Use true or false"))
                .body("errors.detail", not(hasItem("maybe")));
        explain("CQC", "Nobody has heard of it.").statusCode(404);
    }

    private ValidatableResponse explain(String authority, String reason) {
        return manager()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .put("/v1/duties/" + sender.id + "/" + authority + "/late-reason")
                .then();
    }

    /** As the API document gives it. */
    private static String exampleOfAReason() {
        var document = given().accept("application/json").get("/q/openapi").jsonPath();
        return document.getString("paths.'/v1/duties/{notificationId}/{authority}/late-reason'.put.requestBody.content"
                + ".'application/json'.example.reason");
    }
}
