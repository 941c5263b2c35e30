package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.intake.notification.NotificationHistory;

/**
 * Where a version of a notification stands with LfPSE.
 *
 * @param reference the national one, once LfPSE has accepted it
 */
record Standing(State state, String reference) {

    static final Standing AWAITED = new Standing(State.AWAITED, null);

    enum State {
        AWAITED,
        ACCEPTED,
        REFUSED,
        /** Nothing more comes of it without a person. */
        STOPPED,
        /** LfPSE is not told of it. */
        NOT_TOLD,
        WITHDRAWN
    }

    static Standing of(NotificationHistory history, int version) {
        var notification = history.notification();
        if (notification.status() == NotificationStatus.WITHDRAWN) {
            return new Standing(State.WITHDRAWN, null);
        }
        if (notification.routedVersion() < version) {
            return AWAITED;
        }
        return StreamSupport.stream(history.deliveries().spliterator(), false)
                .filter(delivery -> delivery.path("authority").asText().equals("LFPSE"))
                .findFirst()
                .map(Standing::of)
                .orElse(new Standing(State.NOT_TOLD, null));
    }

    private static Standing of(JsonNode delivery) {
        var state = switch (DeliveryStatus.valueOf(delivery.path("status").asText())) {
            case SCHEDULED, SENDING, UNKNOWN -> State.AWAITED;
            case ACCEPTED -> State.ACCEPTED;
            case REJECTED -> State.REFUSED;
            case PARKED, AWAITING_MANUAL, CANCELLED -> State.STOPPED;
        };
        return new Standing(state, delivery.path("reference").textValue());
    }

    boolean isAwaited() {
        return state == State.AWAITED;
    }
}
