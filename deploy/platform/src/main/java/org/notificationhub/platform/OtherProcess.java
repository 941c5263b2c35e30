package org.notificationhub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** As {@code kill -9} does. */
    public void kill(Duration patience) {
        handle.destroyForcibly();
        endsWithin(patience);
    }

    /** It stands still where it is, whatever it was doing, until it is resumed. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** The shell's own {@code kill}: it is there where no program of that name is. */
    private void signal(String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + handle.pid())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean endsWithin(Duration patience) {
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
