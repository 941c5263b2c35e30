package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TellingHowItIsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void theQueuesAreMeasuredFromTheStart() {
        var measured = given().get(metrics).asString();

        assertThat(measured)
                .contains("hub_deliveries_open{authority=\"CQC\"")
                .contains("hub_deliveries_open{authority=\"LFPSE\"")
                .contains("hub_delivery_oldest_open_seconds{authority=\"CQC\"")
                .contains("hub_outbox_pending")
                .contains("hub_outbox_oldest_seconds")
                .contains("hub_inbox_duplicates_total{topic=\"notifications.v1\"")
                .contains("hub_dead_letters_total{topic=\"notifications.v1\"");
    }

    @Test
    void aQuietServiceIsReady() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }
}
