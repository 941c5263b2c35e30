package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.routing.decision.RuleVocabulary;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

class WithdrawalTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Nothing that it could tell anybody with: whatever it cancelled would fail. */
    private final ConditionalExemption exemption =
            new ConditionalExemption(null, null, null, RuleVocabulary.shipped(), Clock.fixed(NOW, ZoneOffset.UTC));

    /** Found by a chaos run: LfPSE had accepted so late that CQC had been told as well. */
    @Test
    void whereLfpseIsToldOfAWithdrawalFirstCqcIsStillToldOfIt() {
        var notification = new RoutedNotification(UUID.randomUUID());
        notification.says(content(), 1);
        notification.deliver(new Delivery.Addressee(Authority.LFPSE, "fhir", Purpose.DISCHARGES), NOW);
        notification.deliver(new Delivery.Addressee(Authority.CQC, "http", Purpose.FALLBACK), NOW);
        notification.untold().forEach(WithdrawalTest::accept);
        notification.withdrawn(2, NOW, Set.of());

        accept(withdrawal(notification, Authority.LFPSE));
        exemption.weigh(
                notification,
                List.of(new Statement(
                        Statement.Kind.ACCEPTED,
                        notification.reports().get(0).id(),
                        "id-1",
                        "1",
                        "REF-1",
                        null,
                        null,
                        NOW)));

        assertThat(withdrawal(notification, Authority.CQC).status()).isEqualTo(DeliveryStatus.SCHEDULED);
    }

    @Test
    void whereLfpsesRecordsAreKeptNothingIsSentToItAndCqcIsToldAllTheSame() {
        var notification = new RoutedNotification(UUID.randomUUID());
        notification.says(content(), 1);
        notification.deliver(new Delivery.Addressee(Authority.LFPSE, "fhir", Purpose.DISCHARGES), NOW);
        notification.deliver(new Delivery.Addressee(Authority.CQC, "http", Purpose.FALLBACK), NOW);
        notification.untold().forEach(WithdrawalTest::accept);

        notification.withdrawn(2, NOW, Set.of(Authority.LFPSE));

        var kept = notification.current(Authority.LFPSE).orElseThrow();
        assertThat(kept.status()).isEqualTo(DeliveryStatus.CANCELLED);
        assertThat(kept.explanation()).contains("a person decides");
        assertThat(kept.nextAttemptAt()).isNull();
        assertThat(withdrawal(notification, Authority.CQC).status()).isEqualTo(DeliveryStatus.SCHEDULED);
    }

    private static void accept(Delivery delivery) {
        delivery.accepted(new Receipt("REF-1", "id-1", "1", NOW), null);
    }

    private static Delivery withdrawal(RoutedNotification notification, Authority authority) {
        return notification.untold().stream()
                .filter(delivery -> delivery.authority() == authority && delivery.isWithdrawal())
                .findFirst()
                .orElseThrow();
    }

    private static NotificationContent content() {
        return new NotificationContent(
                "SERIOUS_INJURY",
                "INC-1",
                new Provider("RJ1", null, null, null),
                NOW,
                NOW,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }
}
