package org.notificationhub.routing.replay;

import static io.restassured.RestAssured.given;
import static org.notificationhub.routing.rule.Authority.CQC;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.Authorities.Reply;
import org.notificationhub.routing.Bus;

/** A provider of its own, whose deliveries CQC does not take at first. */
final class StoppedDeliveries implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant AT = Instant.parse("2026-11-20T09:15:00Z");

    final String provider = "1-" + UUID.randomUUID();

    private final Authorities authorities;
    private final Bus bus;

    StoppedDeliveries(Authorities authorities, String broker) {
        this.authorities = authorities;
        this.bus = new Bus(broker);
    }

    /** The ids of so many notifications, which are their references as well. */
    List<UUID> report(int count, String type, Reply... replies) {
        return report(count, type, provider, replies);
    }

    List<UUID> report(int count, String type, String provider, Reply... replies) {
        var ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        ids.forEach(id -> authorities.script(CQC, id.toString(), replies));
        ids.forEach(
                id -> bus.publish(UUID.randomUUID(), new NotificationReceived(id, AT, content(id, type, provider))));
        return ids;
    }

    void awaitStopped(String state, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> matched(state) == count);
    }

    int matched(String state) {
        return manager()
                .body(Map.of("filter", filter(state), "reason", "To count them."))
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .extract()
                .path("matched");
    }

    /** Of the provider's deliveries, once they have come to rest. */
    List<String> ids(String query) {
        return manager()
                .get("/v1/deliveries?providerId=" + provider + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    void awaitAccepted(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> ids("&state=ACCEPTED").size() == count);
    }

    Map<String, Object> filter(String state) {
        return Map.of("state", state, "providerId", provider);
    }

    Map<String, Object> order(String state, String rules) {
        return Map.of("filter", filter(state), "reason", "CQC's gateway is back.", "rules", rules, "preview", false);
    }

    static RequestSpecification manager() {
        return given().auth().oauth2(TestTokens.token("deliveries:manage", "*")).contentType("application/json");
    }

    private NotificationContent content(UUID id, String type, String provider) {
        return new NotificationContent(
                type,
                id.toString(),
                new NotificationContent.Provider(provider, null, null, null),
                AT,
                AT,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }

    @Override
    public void close() {
        bus.close();
    }
}
