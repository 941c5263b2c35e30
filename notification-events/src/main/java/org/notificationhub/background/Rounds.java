package org.notificationhub.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;

/** Does a piece of work again and again in a thread of its own. A round that fails costs only itself. */
public final class Rounds implements AutoCloseable {

    /** One round of the work. */
    @FunctionalInterface
    public interface Work {
        void round() throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String meanwhile;
    private final Work work;
    private final ScheduledExecutorService thread;

    /** @param meanwhile what it means for the hub that a round failed, for the log */
    public Rounds(String name, String meanwhile, Work work) {
        this.meanwhile = meanwhile;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    public void start(Duration first, Duration pause) {
        thread.scheduleWithFixedDelay(this::round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One more round, beside those that come anyway. */
    public void again(Duration in) {
        if (!isClosed()) {
            thread.schedule(this::round, in.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    public boolean isClosed() {
        return thread.isShutdown();
    }

    /** Waits for the round under way: what follows in a shutdown takes away what its transactions need. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            work.round();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!isClosed()) {
                LOG.warn(meanwhile + "; it is tried again", new Failure(e));
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
