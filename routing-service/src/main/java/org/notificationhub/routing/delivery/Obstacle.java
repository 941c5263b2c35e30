package org.notificationhub.routing.delivery;

import java.util.Optional;

/** Why a delivery that somebody wants tried again is not. The name is the code that callers see. */
public enum Obstacle {
    UNDER_WAY("It is on its way already."),
    ACCEPTED("The authority has accepted it."),
    CANCELLED("It was called off, because nobody needs it any more."),
    AWAITS_A_PERSON("A person is to tell the authority and enter the reference it gives."),
    WITHDRAWN("The sender has withdrawn the notification."),
    OVERTAKEN("A later version has gone out to the authority. Retry that one: it tells the whole."),
    NOTHING_OWED("The duty it was to meet has been met, or is owed no longer."),
    MAY_TELL_TWICE(
            "An attempt went unanswered, and the authority would not recognise a repeat: it may be there already."),
    NOT_TOLD_BY_RULES_IN_USE("By the rules in use this authority is not told."),
    WAITS_FOR_LFPSE("By the rules in use LfPSE is told first, and CQC only if that fails."),
    FAILED("It could not be tried again through a fault of the hub's own; the log has it under the delivery's id.");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What no confirmation overcomes. */
    static Optional<Obstacle> before(Delivery delivery) {
        if (delivery.isUnderWay()) {
            return Optional.of(UNDER_WAY);
        }
        return switch (delivery.status()) {
            case ACCEPTED -> Optional.of(ACCEPTED);
            case CANCELLED -> Optional.of(CANCELLED);
            case AWAITING_MANUAL -> Optional.of(AWAITS_A_PERSON);
            case SCHEDULED, SENDING, UNKNOWN, REJECTED, PARKED -> besides(delivery);
        };
    }

    /** What the rest of its notification has to say. */
    private static Optional<Obstacle> besides(Delivery delivery) {
        var notification = delivery.notification();
        if (notification.isWithdrawn() && !delivery.isWithdrawal()) {
            return Optional.of(WITHDRAWN);
        }
        if (notification.hasOvertaken(delivery)) {
            return Optional.of(OVERTAKEN);
        }
        var isOwed = delivery.isWithdrawal()
                || delivery.serves().map(notification::isOpen).orElse(true);
        return isOwed ? Optional.empty() : Optional.of(NOTHING_OWED);
    }
}
