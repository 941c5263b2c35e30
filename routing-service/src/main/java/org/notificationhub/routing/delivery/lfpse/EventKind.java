package org.notificationhub.routing.delivery.lfpse;

/**
 * What a notification type says about an event.
 *
 * @param physicalHarm code list {@code level-of-physical-harm-5}, of which 1 is the worst; null where the type does not say
 */
record EventKind(String physicalHarm) {

    static EventKind of(String notificationType) {
        return switch (notificationType) {
            case "DEATH_OF_SERVICE_USER", "DEATH_OF_DETAINED_PATIENT", "DEATH_AFTER_TERMINATION_OF_PREGNANCY" ->
                new EventKind("1");
            case "SERIOUS_INJURY" -> new EventKind("2");
            default -> new EventKind(null);
        };
    }

    /** Whether somebody was harmed even if the sender lists nobody. */
    boolean harmsSomebody() {
        return physicalHarm != null;
    }
}
