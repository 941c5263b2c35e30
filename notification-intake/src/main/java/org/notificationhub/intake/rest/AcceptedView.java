package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Fault;
import org.notificationhub.intake.guidance.HelpfulPage;
import org.notificationhub.intake.notification.Stored;

/**
 * The answer to a notification that is stored durably.
 *
 * @param version 1, or the version that an amendment or withdrawal made
 * @param warnings what the sender should look at again; it is stored all the same, and the warning is not
 * @param decision who must be told and why; only after {@code Prefer: wait}, if routing was in time
 */
public record AcceptedView(
        UUID id,
        int version,
        NotificationStatus status,
        Instant receivedAt,
        Links links,
        List<Fault> warnings,
        JsonNode decision) {

    static AcceptedView of(Stored stored, NotificationStatus status, List<HelpfulPage> guidance, List<Fault> warnings) {
        return new AcceptedView(
                stored.id(),
                stored.version(),
                status,
                stored.receivedAt(),
                Links.to(stored.id(), guidance),
                warnings,
                null);
    }

    AcceptedView decided(NotificationStatus status, JsonNode decision) {
        return new AcceptedView(id, version, status, receivedAt, links, warnings, decision);
    }

    /**
     * @param self the status monitor
     * @param decision on routing: every decision made about it
     * @param guidance where to read on about such an event, empty where nothing is known to help; absent in lists
     */
    public record Links(String self, String decision, List<HelpfulPage> guidance) {
        static Links to(UUID id) {
            return to(id, null);
        }

        static Links to(UUID id, List<HelpfulPage> guidance) {
            return new Links("/v1/notifications/" + id, "/v1/notifications/" + id + "/decisions", guidance);
        }
    }
}
