package org.notificationhub.irmer.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.events.HubEvent;
import org.notificationhub.irmer.exposure.ExposureRepository;

/** Keeps what IR(ME)R notifications say, and counts them; a batch costs about as many statements as one of them. */
@ApplicationScoped
public class CountNotifications {

    private final ExposureRepository exposures;
    private final Counts counts;

    CountNotifications(ExposureRepository exposures, Counts counts) {
        this.exposures = exposures;
        this.counts = counts;
    }

    /** @param events in a transaction of the caller's */
    public void count(List<HubEvent.FromSender> events) {
        var told = events.stream().filter(ExposureRepository::isOfInterest).toList();
        if (told.isEmpty()) {
            return;
        }
        var recordedAt = counts.open();
        exposures.add(told, recordedAt);
        counts.settle(told.stream().map(HubEvent::notificationId).collect(Collectors.toSet()), recordedAt);
    }
}
