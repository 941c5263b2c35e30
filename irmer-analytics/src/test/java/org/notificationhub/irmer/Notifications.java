package org.notificationhub.irmer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;

/** One notification as a test tells of it; what a test does not say is unremarkable. */
record Notifications(UUID id, Provider provider, String type, String modality, Instant toldCqcAt, boolean test) {

    private static final Provider TRUST = new Provider("RJ1", null, null, null);

    static Notifications anExposure() {
        return new Notifications(newId(), TRUST, "IRMER_SAUE", "DIAGNOSTIC_IMAGING", null, false);
    }

    Notifications of(String modality) {
        return new Notifications(id, provider, type, modality, toldCqcAt, test);
    }

    /** @param employer whom CQC has not registered */
    Notifications by(String employer) {
        return new Notifications(id, new Provider(null, null, employer, null), type, modality, toldCqcAt, test);
    }

    Notifications from(String providerId) {
        return new Notifications(id, new Provider(providerId, null, null, null), type, modality, toldCqcAt, test);
    }

    Notifications ofType(String type) {
        return new Notifications(id, provider, type, modality, toldCqcAt, test);
    }

    Notifications toldCqcAt(String at) {
        return new Notifications(id, provider, type, modality, Instant.parse(at), test);
    }

    Notifications asTestData() {
        return new Notifications(id, provider, type, modality, toldCqcAt, true);
    }

    NotificationReceived received(String at) {
        return new NotificationReceived(id, Instant.parse(at), content());
    }

    NotificationAmended amended(int version) {
        return new NotificationAmended(id, version, Instant.parse("2026-11-20T12:00:00Z"), content());
    }

    NotificationWithdrawn withdrawn(int version) {
        return new NotificationWithdrawn(
                id, version, Instant.parse("2026-11-20T12:00:00Z"), "Entered twice", type, provider.code());
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
                provider,
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
