package org.notificationhub.routing.delivery;

import java.time.Instant;
import org.notificationhub.http.Cursor;

/**
 * Something that a person is to tell CQC, or has told it.
 *
 * @param endsAt when the duty's time ends; far away where it has no end
 * @param recorded null until somebody has recorded a submission
 */
public record ManualTask(Delivery delivery, Instant endsAt, ManualSubmission recorded) {

    public State state() {
        return switch (delivery.status()) {
            case AWAITING_MANUAL -> recorded == null || recorded.isSentBack() ? State.TO_DO : State.TO_CHECK;
            case ACCEPTED -> State.DONE;
            case CANCELLED -> State.CANCELLED;
            case SCHEDULED, SENDING, UNKNOWN, REJECTED, PARKED -> State.NOT_SENT;
        };
    }

    public Cursor place() {
        return new Cursor(endsAt, delivery.id());
    }

    /** How far the person's part is. */
    public enum State {
        /** To be submitted, or its reference to be brought. */
        TO_DO,
        /** Recorded; another person is to confirm it. */
        TO_CHECK,
        DONE,
        CANCELLED,
        /** The form has not left by e-mail: nothing for a person to record yet. */
        NOT_SENT
    }
}
