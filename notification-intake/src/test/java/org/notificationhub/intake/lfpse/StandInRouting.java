package org.notificationhub.intake.lfpse;

import static org.notificationhub.intake.Patience.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.intake.notification.RecordOutcome;

/** Tells what became of a version at LfPSE, as soon as it is stored. */
@ApplicationScoped
class StandInRouting {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final RecordOutcome recordOutcome;
    private final DataSource database;

    StandInRouting(RecordOutcome recordOutcome, DataSource database) {
        this.recordOutcome = recordOutcome;
        this.database = database;
    }

    void answers(String reference, int version, DeliveryStatus status, String nationalReference) {
        CompletableFuture.runAsync(() -> {
            var id = await().pollInterval(Duration.ofMillis(10))
                    .until(() -> find(reference, version), found -> found != null);
            var delivery =
                    new RoutingProgress.Delivery(Ids.next(), "LFPSE", "fhir", status, 1, null, nationalReference);
            var progress = new RoutingProgress(
                    version, version, NotificationStatus.NOT_REQUIRED, List.of(), List.of(delivery));
            QuarkusTransaction.requiringNew()
                    .run(() -> recordOutcome.record(new DeliveryAttempted(
                            id, LATER.plusSeconds(version), delivery.id(), "LFPSE", status, null, progress)));
        });
    }

    private UUID find(String reference, int version) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select id from notification where reference = ? and current_version >= ?")) {
            select.setString(1, reference);
            select.setInt(2, version);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }
}
