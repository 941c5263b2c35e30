package org.notificationhub.routing.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.rule.Authority;

/** Claims what is due to one authority, never more than it has hands for, and has it sent. */
final class DeliveryLane implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DeliveryLane.class);
    private static final int SECONDS_TO_FINISH = 4;

    private final Authority authority;
    private final DeliverySchedule schedule;
    private final SendDelivery send;
    private final Semaphore free;
    private final Semaphore changed = new Semaphore(0);
    private final ExecutorService hands;
    private final Thread thread;
    private volatile boolean closed;

    DeliveryLane(Authority authority, int workers, DeliverySchedule schedule, SendDelivery send) {
        this.authority = authority;
        this.schedule = schedule;
        this.send = send;
        this.free = new Semaphore(workers);
        var number = new AtomicInteger();
        this.hands = Executors.newFixedThreadPool(
                workers, task -> new Thread(task, "delivery-" + authority + "-" + number.incrementAndGet()));
        this.thread = new Thread(this::run, "delivery-" + authority);
    }

    void start() {
        thread.start();
    }

    void wake() {
        if (changed.availablePermits() == 0) {
            changed.release();
        }
    }

    /** What is being sent may finish; what does not is unanswered, and found by the sweep of whoever is left. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_FINISH));
            hands.shutdown();
            hands.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                free.acquire();
                var hands = 1 + free.drainPermits();
                var claim = claim(hands);
                free.release(hands - claim.claimed().size());
                claim.claimed().forEach(this::handOver);
                if (claim.claimed().size() < hands) {
                    awaitChange(claim.again());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitChange(Duration atMost) throws InterruptedException {
        if (atMost == null) {
            changed.acquire();
        } else {
            changed.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private DeliverySchedule.Claim claim(int most) {
        try {
            return schedule.claim(authority, most);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The delivery schedule cannot be read; it is tried again", new Failure(e));
            return new DeliverySchedule.Claim(List.of(), null);
        }
    }

    private void handOver(DeliverySchedule.Claimed claimed) {
        hands.execute(() -> {
            try {
                send.send(authority, claimed);
            } finally {
                free.release();
            }
        });
    }
}
