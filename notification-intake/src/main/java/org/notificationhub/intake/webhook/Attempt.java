package org.notificationhub.intake.webhook;

import java.time.Duration;

/**
 * One try to tell a receiver.
 *
 * @param httpStatus null where there was no answer
 * @param retryAfter what the receiver asked for, or null
 */
record Attempt(Outcome outcome, Integer httpStatus, Duration retryAfter) {

    static Attempt answered(int status, Duration retryAfter) {
        return new Attempt(Outcome.ofStatus(status), status, retryAfter);
    }

    static Attempt unanswered(Outcome outcome) {
        return new Attempt(outcome, null, null);
    }
}
