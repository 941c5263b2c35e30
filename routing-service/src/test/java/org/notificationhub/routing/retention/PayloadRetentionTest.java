package org.notificationhub.routing.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.routing.Reported.body;
import static org.notificationhub.routing.Reported.texts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.Reported;
import org.notificationhub.routing.rule.Authority;

@QuarkusTest
class PayloadRetentionTest {

    private static final Period KEPT = Period.ofYears(8);

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    PayloadRetention retention;

    @Inject
    Clock clock;

    private Reported reported;

    @BeforeEach
    void connect() throws SQLException {
        reported = new Reported(broker);
    }

    @AfterEach
    void disconnect() throws SQLException {
        reported.close();
    }

    @Test
    void anOldPayloadIsErasedAndEverythingThatProvesStays() throws SQLException {
        reported.exposure(yearsAgo(9), yearsAgo(9));
        reported.awaitStatus(NotificationStatus.DISCHARGED);
        var before = reported.pack("?payload=true");

        retention.sweep(KEPT);

        var after = reported.pack("?payload=true");
        assertThat(after.toString()).doesNotContain(Reported.CANARY);
        assertThat(after.at("/versions/0/erasedAt").asText()).isNotEmpty();
        assertThat(after.at("/versions/0").has("salt")).isFalse();
        assertThat(texts(after, "entries", "hash"))
                .startsWith(texts(before, "entries", "hash").toArray(String[]::new));
        assertThat(body(after, "PAYLOAD_ERASED").toString()).contains("[1]", "KEPT_FOR_P8Y");
        assertThat(body(after, "VERSION_RECEIVED").get("payloadSha256"))
                .isEqualTo(before.at("/versions/0/payloadSha256"));
        assertThat(after.get("deliveries")).isEqualTo(before.get("deliveries"));
    }

    @Test
    void whatIsYoungOrAmendedOrOwedIsKept() throws SQLException {
        reported.exposure(yearsAgo(9), yearsAgo(9));
        reported.awaitStatus(NotificationStatus.DISCHARGED);
        reported.amend(2, yearsAgo(1), yearsAgo(9));
        reported.awaitStatus(NotificationStatus.DISCHARGED, 2);
        try (var owed = new Reported(broker)) {
            authorities.script(Authority.CQC, owed.reference(), Authorities.Reply.REJECT);
            owed.exposure(yearsAgo(9), yearsAgo(9));
            owed.awaitStatus(NotificationStatus.ACTION_REQUIRED);

            retention.sweep(KEPT);

            assertThat(owed.pack("?payload=true").toString()).contains(Reported.CANARY);
            assertThat(reported.pack("?payload=true").toString()).contains(Reported.CANARY);
        }
    }

    @Test
    void whatWasErasedCanStillBeWithdrawn() throws SQLException {
        reported.exposure(yearsAgo(9), yearsAgo(9));
        reported.awaitStatus(NotificationStatus.DISCHARGED);
        retention.sweep(KEPT);

        reported.withdraw(2, clock.instant());
        reported.awaitStatus(NotificationStatus.WITHDRAWN, 2);

        assertThat(texts(reported.pack(), "versions", "erasedAt")).noneMatch(String::isEmpty);
    }

    private Instant yearsAgo(int years) {
        return clock.instant().minus(Duration.ofDays(366L * years));
    }
}
