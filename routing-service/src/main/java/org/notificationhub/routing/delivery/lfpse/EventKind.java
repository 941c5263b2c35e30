package org.notificationhub.routing.delivery.lfpse;

/**
 * What a notification type says about an event.
 *
 * @param cqcCriterion code list {@code cqc-criteria-5}; null where CQC asks LfPSE for no such events
 * @param physicalHarm code list {@code level-of-physical-harm-5}, of which 1 is the worst; null where the type does not say
 */
record EventKind(String cqcCriterion, String physicalHarm) {

    static EventKind of(String notificationType) {
        return switch (notificationType) {
            case "DEATH_OF_SERVICE_USER", "DEATH_OF_DETAINED_PATIENT" -> new EventKind("1", "1");
            case "SERIOUS_INJURY" -> new EventKind("2", "2");
            case "ABUSE_OR_ALLEGATION" -> new EventKind("3", null);
            case "EVENT_STOPS_SERVICE" -> new EventKind("4", null);
            default -> new EventKind(null, null);
        };
    }

    /** Whether somebody was harmed even if the sender lists nobody. */
    boolean harmsSomebody() {
        return physicalHarm != null;
    }
}
