package org.notificationhub.intake.webhook;

import java.time.Instant;

/** What follows from an attempt. */
sealed interface Consequence {

    /** On to the next change. */
    record GoOn() implements Consequence {}

    record TryAgain(Instant at) implements Consequence {}

    record Suspend(SuspensionReason reason) implements Consequence {}
}
