package org.notificationhub.irmer.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;

/** Keeps what IR(ME)R notifications say. An investigation report follows one that is already counted, so it is not kept. */
@ApplicationScoped
public class RecordExposure {

    private static final String COUNTED_TYPE = "IRMER_SAUE";

    private final ExposureRepository exposures;
    private final Clock clock;

    RecordExposure(ExposureRepository exposures, Clock clock) {
        this.exposures = exposures;
        this.clock = clock;
    }

    public void record(HubEvent.FromSender event) {
        if (COUNTED_TYPE.equals(event.notificationType())) {
            exposures.add(exposure(event), clock.instant());
        }
    }

    private static Exposure exposure(HubEvent.FromSender event) {
        if (event instanceof NotificationReceived received) {
            return Exposure.of(received);
        }
        if (event instanceof NotificationAmended amended) {
            return Exposure.of(amended);
        }
        return Exposure.of((NotificationWithdrawn) event);
    }
}
