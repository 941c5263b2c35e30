package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.HubPlatform;

/** Where the dashboard is open, and room is for one who listens. */
@QuarkusTest
@TestProfile(OpenDashboardTest.Open.class)
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class OpenDashboardTest {

    public static class Open implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hub.dashboard.open", "true", "hub.dashboard.listeners", "1");
        }
    }

    @TestHTTPResource("/live")
    URI live;

    @Test
    void aVisitorReadsPagesAndTheFilesTheyLinkTo() {
        var cookie = given().get("/")
                .then()
                .statusCode(200)
                .cookie("hub_reader", is("visitor"))
                .extract()
                .cookie("hub_reader");

        given().get("/events").then().statusCode(200);
        given().cookie("hub_reader", cookie)
                .get("/v1/irmer/years/2023-24/factors.csv")
                .then()
                .statusCode(200);
    }

    @Test
    void theApiStillAsksForAToken() {
        given().get("/v1/irmer/years").then().statusCode(401);
        given().cookie("hub_reader", "visitor")
                .contentType("text/csv")
                .body("id,tier1\n")
                .post("/v1/irmer/classifications")
                .then()
                .statusCode(401);
    }

    @Test
    void asManyListenAsThereIsRoomFor() throws IOException, InterruptedException {
        var first = listen();

        try (var lines = lines(first)) {
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("event:counted");
            assertThat(Instant.parse(lines.readLine().substring("data:".length())))
                    .isNotNull();
            given().cookie("hub_reader", "visitor")
                    .get("/live")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
        }

        await().untilAsserted(() -> {
            var next = listen();
            next.body().close();
            assertThat(next.statusCode()).isEqualTo(200);
        });
    }

    private HttpResponse<InputStream> listen() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(live)
                .header("Accept", "text/event-stream")
                .header("Cookie", "hub_reader=visitor")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }
}
