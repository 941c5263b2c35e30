package org.notificationhub.platform;

import java.time.Duration;

/** A process that this JVM did not start, or that nobody waits for any more. */
public record OtherProcess(ProcessHandle handle) {

    private static final long MILLIS_BETWEEN_LOOKS = 50;

    /** A process that has ended keeps its id until somebody takes notice; in some containers nobody does. */
    public boolean isRunning() {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    /** Asks it to end, and ends it where it does not within that time. */
    public void stop(Duration patience) {
        handle.destroy();
        if (!endsWithin(patience)) {
            handle.destroyForcibly();
            endsWithin(patience);
        }
    }

    private boolean endsWithin(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (isRunning()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
