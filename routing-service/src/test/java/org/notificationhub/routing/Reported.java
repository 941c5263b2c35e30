package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.platform.TestTokens;

/** A notification that was reported, and the evidence of what was done about it. */
public final class Reported implements AutoCloseable {

    public static final String CANARY = "Ward 7 canary";

    public final UUID id = UUID.randomUUID();

    private final Bus bus;

    public Reported(String broker) {
        bus = new Bus(broker);
    }

    /** An exposure to be told within two weeks of its discovery. */
    public void exposure(Instant receivedAt, Instant discoveredAt) {
        bus.publish(UUID.randomUUID(), new NotificationReceived(id, receivedAt, content(discoveredAt, "First words")));
    }

    public void amend(int version, Instant at, Instant discoveredAt) {
        bus.publish(UUID.randomUUID(), new NotificationAmended(id, version, at, content(discoveredAt, "Other words")));
    }

    public void withdraw(int version, Instant at) {
        bus.publish(
                UUID.randomUUID(),
                new NotificationWithdrawn(id, version, at, "Sent by mistake, " + CANARY, "IRMER_SAUE", provider()));
    }

    public void awaitStatus(NotificationStatus status, int version) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bus.outcomes(id).stream()
                        .anyMatch(outcome -> outcome.progress().version() == version
                                && outcome.progress().status() == status));
    }

    public void awaitStatus(NotificationStatus status) {
        awaitStatus(status, 1);
    }

    public String provider() {
        return "1-" + id;
    }

    /** By its sender's reference. */
    public String reference() {
        return "INC-" + id;
    }

    private NotificationContent content(Instant discoveredAt, String words) {
        return new NotificationContent(
                "IRMER_SAUE",
                reference(),
                new NotificationContent.Provider(provider(), null, null, null),
                discoveredAt,
                discoveredAt,
                words + ", " + CANARY,
                List.of(),
                null,
                null,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("discoveredAt", discoveredAt.toString())
                        .put("totalDose_mSv", 12.50),
                false);
    }

    public static RequestSpecification manager() {
        return given().auth().oauth2(TestTokens.token("deliveries:manage", "*"));
    }

    public JsonNode pack(String query) {
        return json(manager()
                .get("/v1/evidence/" + id + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public JsonNode pack() {
        return pack("");
    }

    public static Stream<JsonNode> each(JsonNode in, String list) {
        return StreamSupport.stream(in.get(list).spliterator(), false);
    }

    public static List<String> texts(JsonNode in, String list, String member) {
        return each(in, list).map(each -> each.path(member).asText()).toList();
    }

    /** What the last entry of that step says. */
    public static JsonNode body(JsonNode pack, String step) {
        return each(pack, "entries")
                .filter(entry -> entry.get("step").asText().equals(step))
                .map(entry -> json(entry.get("body").asText()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
