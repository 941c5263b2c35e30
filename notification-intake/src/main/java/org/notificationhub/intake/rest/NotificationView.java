package org.notificationhub.intake.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.intake.guidance.HelpfulPage;
import org.notificationhub.intake.notification.NotificationHistory;
import org.notificationhub.intake.notification.NotificationVersion;
import org.notificationhub.intake.notification.TimelineEntry;

/**
 * Where a notification stands: the content of its current version, who must be told and why, what was done about it.
 *
 * @param decision null until routing has decided
 * @param duties {@code {authority, status, dueAt, dueBecause}} each
 * @param deliveries {@code {id, authority, channel, status, attempts, nextAttemptAt, reference}} each
 * @param timeline every step, in order
 */
public record NotificationView(
        UUID id,
        NotificationStatus status,
        Instant receivedAt,
        @JsonUnwrapped NotificationContent content,
        List<Version> versions,
        JsonNode decision,
        JsonNode duties,
        JsonNode deliveries,
        List<Step> timeline,
        AcceptedView.Links links) {

    static NotificationView of(NotificationHistory history, List<HelpfulPage> guidance) {
        var notification = history.notification();
        return new NotificationView(
                notification.id(),
                notification.status(),
                notification.receivedAt(),
                history.current().content(),
                history.versions().stream().map(Version::of).toList(),
                history.decision(),
                history.duties(),
                history.deliveries(),
                timeline(history),
                AcceptedView.Links.to(notification.id(), guidance));
    }

    private static List<Step> timeline(NotificationHistory history) {
        var said = history.versions().stream().map(Step::of);
        var became = history.timeline().stream().map(Step::of);
        return Stream.concat(said, became)
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    public record Version(int version, Instant receivedAt, String actor, boolean withdrawn) {
        static Version of(NotificationVersion version) {
            return new Version(version.number(), version.receivedAt(), version.actor(), version.isWithdrawn());
        }
    }

    /**
     * @param step {@code RECEIVED}, {@code AMENDED}, {@code WITHDRAWN}, {@code ROUTED}, {@code DELIVERY_…}, {@code
     *     DUTY_REVIVED}, {@code DUTY_DUE_SOON}, {@code DUTY_TIME_PASSED}
     */
    public record Step(Instant at, String actor, String step, String authority, String explanation) {

        static Step of(NotificationVersion version) {
            var step = version.isWithdrawn() ? "WITHDRAWN" : version.number() == 1 ? "RECEIVED" : "AMENDED";
            return new Step(version.receivedAt(), version.actor(), step, null, null);
        }

        static Step of(TimelineEntry entry) {
            return new Step(entry.at(), "routing-service", entry.step(), entry.authority(), entry.explanation());
        }
    }
}
