package org.notificationhub.routing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.routing.rule.Authority;

/** A notification of a provider of its own, what LfPSE is said to have done with it, and what comes of that. */
abstract class LfpseJourney extends Journey {

    final String provider = Registers.newProvider("L");

    void isATrust() {
        Registers.imported("2023-01-01", Registers.HEADER + Registers.trust(provider))
                .statusCode(200);
    }

    UUID receiveInjury(LfpseReport report) {
        var notification = UUID.randomUUID();
        receiveInjury(notification, "INC-" + notification, report);
        return notification;
    }

    void receiveInjury(UUID notification, String reference, LfpseReport report) {
        var content = new NotificationContent(
                "SERIOUS_INJURY",
                reference,
                new Provider(provider, null, null, null),
                NOW,
                NOW,
                "Fall from bed.",
                List.of(),
                report,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
        bus.publish(UUID.randomUUID(), new NotificationReceived(notification, NOW, content));
    }

    /** The notification's one delivery to the authority, once it is as wanted. */
    JsonPath awaitDelivery(UUID notification, Authority authority, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Registers.manager()
                                .get("/v1/deliveries/" + deliveryId(notification, authority))
                                .jsonPath(),
                        delivery -> status.equals(delivery.getString("status")));
    }

    JsonPath delivery(UUID id) {
        return Registers.manager().get("/v1/deliveries/" + id).jsonPath();
    }

    UUID deliveryId(UUID notification, Authority authority) {
        return await().atMost(PATIENCE)
                .until(
                        () -> bus.outcomes(notification).stream()
                                .flatMap(outcome -> outcome.progress().deliveries().stream())
                                .filter(delivery -> delivery.authority().equals(authority.name()))
                                .map(delivery -> delivery.id())
                                .reduce((earlier, later) -> later)
                                .orElse(null),
                        id -> id != null);
    }

    static LfpseCallbacks about(JsonPath delivery) {
        var id = delivery.getString("receipt.authorityId");
        return new LfpseCallbacks(id, "LF-" + id, UUID.fromString(delivery.getString("id")));
    }

    String duty(UUID notification) {
        return Registers.manager()
                .get("/v1/duties?providerId=" + provider + "&limit=200")
                .jsonPath()
                .getString("items.find { it.notificationId == '%s' && it.authority == 'CQC' }.status"
                        .formatted(notification));
    }

    List<Map<String, Object>> findings() {
        return Registers.manager()
                .get("/v1/reconciliation?providerId=" + provider + "&limit=200")
                .jsonPath()
                .getList("items");
    }

    Map<String, Object> awaitFinding(String kind, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> findings().stream()
                                .filter(finding -> finding.get("kind").equals(kind)
                                        && finding.get("state").equals(state))
                                .findFirst()
                                .orElse(null),
                        finding -> finding != null);
    }
}
