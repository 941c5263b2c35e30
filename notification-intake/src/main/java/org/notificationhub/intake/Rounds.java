package org.notificationhub.intake;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;

/** Does a piece of work again and again in a thread of its own. A round that fails costs only itself. */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private static final long PAUSE_MS = 250;
    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;

    private final String meanwhile;
    private final Callable<Boolean> work;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param meanwhile what it means for the hub that a round failed, for the log
     * @param work tells whether there is more to do at once
     */
    public Rounds(String name, String meanwhile, Callable<Boolean> work) {
        this.meanwhile = meanwhile;
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(round());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long round() {
        try {
            return work.call() ? 0 : PAUSE_MS;
        } catch (Exception e) {
            if (!closed) {
                LOG.warn(meanwhile + "; it is tried again", new Failure(e));
            }
            return PAUSE_AFTER_FAILURE_MS;
        }
    }
}
