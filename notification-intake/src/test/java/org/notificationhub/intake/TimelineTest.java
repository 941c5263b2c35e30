package org.notificationhub.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.newReference;
import static org.notificationhub.intake.Requests.posted;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryRescheduled;
import org.notificationhub.events.DutyWarned;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.intake.notification.RecordOutcome;

@IntakeTest
class TimelineTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Inject
    RecordOutcome recordOutcome;

    @Test
    void theSenderSeesThatItsTimeIsRunningOutAndThatItHasPassed() {
        var id = posted(newReference());

        used(id, 80, 1, "Four fifths of the time to tell CQC has passed; it is due 5:30pm on 1 April 2026.");
        used(id, 100, 2, "All of the time to tell CQC has passed; it was due 5:30pm on 1 April 2026.");

        asProvider()
                .get("/v1/notifications/" + id)
                .then()
                .body("timeline.step", contains("RECEIVED", "DUTY_DUE_SOON", "DUTY_TIME_PASSED"))
                .body("timeline[1].authority", equalTo("CQC"))
                .body(
                        "timeline[1].explanation",
                        equalTo("Four fifths of the time to tell CQC has passed; it is due 5:30pm on 1 April 2026."));
    }

    @Test
    void theSenderSeesThatAPersonHadItTriedAgain() {
        var id = posted(newReference());
        var progress = new RoutingProgress(1, 1, NotificationStatus.IN_PROGRESS, List.of(), List.of());

        QuarkusTransaction.requiringNew()
                .run(() -> recordOutcome.record(new DeliveryRescheduled(
                        UUID.fromString(id),
                        LATER,
                        UUID.randomUUID(),
                        "CQC",
                        "A person had it tried again",
                        progress)));

        asProvider()
                .get("/v1/notifications/" + id)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("timeline.step", contains("RECEIVED", "DELIVERY_RESCHEDULED"))
                .body("timeline[1].authority", equalTo("CQC"))
                .body("timeline[1].explanation", equalTo("A person had it tried again"));
    }

    private void used(String id, int percent, int revision, String because) {
        var progress = new RoutingProgress(revision, 1, NotificationStatus.ACTION_REQUIRED, List.of(), List.of());
        QuarkusTransaction.requiringNew()
                .run(() -> recordOutcome.record(new DutyWarned(
                        UUID.fromString(id), LATER.plusSeconds(revision), "CQC", percent, because, progress)));
    }
}
