package org.notificationhub.irmer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;

/** One notification as a test tells of it; what a test does not say is unremarkable. */
record Notifications(UUID id, String type, String modality, Instant toldCqcAt, boolean test) {

    static Notifications anExposure() {
        return new Notifications(newId(), "IRMER_SAUE", "DIAGNOSTIC_IMAGING", null, false);
    }

    Notifications of(String modality) {
        return new Notifications(id, type, modality, toldCqcAt, test);
    }

    Notifications ofType(String type) {
        return new Notifications(id, type, modality, toldCqcAt, test);
    }

    Notifications toldCqcAt(String at) {
        return new Notifications(id, type, modality, Instant.parse(at), test);
    }

    Notifications asTestData() {
        return new Notifications(id, type, modality, toldCqcAt, true);
    }

    NotificationReceived received(String at) {
        return new NotificationReceived(id, Instant.parse(at), content());
    }

    NotificationAmended amended(int version) {
        return new NotificationAmended(id, version, Instant.parse("2026-11-20T12:00:00Z"), content());
    }

    NotificationWithdrawn withdrawn(int version) {
        return new NotificationWithdrawn(
                id, version, Instant.parse("2026-11-20T12:00:00Z"), "Entered twice", type, "RJ1");
    }

    static UUID newId() {
        return Ids.next();
    }

    private NotificationContent content() {
        var details = JsonNodeFactory.instance.objectNode();
        if (modality != null) {
            details.put("modality", modality);
        }
        return new NotificationContent(
                type,
                "REF-" + id,
                new NotificationContent.Provider("RJ1", null, null, null),
                null,
                Instant.parse("2018-01-01T09:00:00Z"),
                null,
                null,
                null,
                toldCqcAt == null ? null : new NotificationContent.CqcNotice("ENQ-1", toldCqcAt),
                details,
                test);
    }
}
