package org.notificationhub.background;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void aRoundThatFailsIsNotTheLast() throws InterruptedException {
        var rounds = new CountDownLatch(2);

        try (var failing = new Rounds("failing", "A test waits", () -> {
            rounds.countDown();
            throw new IllegalStateException("the database is away");
        })) {
            failing.start(Duration.ZERO, SOON);

            assertThat(rounds.await(10, SECONDS)).isTrue();
        }
    }

    @Test
    void closingWaitsForTheRoundUnderWay() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var rounds = new Rounds("slow", "A test waits", () -> {
            begun.countDown();
            workThroughAnInterruption(Duration.ofMillis(300));
            ended.set(true);
        });
        rounds.start(Duration.ZERO, NEVER);
        begun.await();

        rounds.close();

        assertThat(ended).isTrue();
    }

    @Test
    void oneMoreRoundComesBesideTheOthers() throws InterruptedException {
        var rounds = new CountDownLatch(2);

        try (var wakeable = new Rounds("wakeable", "A test waits", rounds::countDown)) {
            wakeable.start(Duration.ZERO, NEVER);
            wakeable.again(SOON);

            assertThat(rounds.await(10, SECONDS)).isTrue();
        }
    }

    @Test
    void onceClosedNothingIsBegunAndAskingCostsNothing() {
        var begun = new AtomicBoolean();
        var rounds = new Rounds("closed", "A test waits", () -> begun.set(true));

        rounds.close();
        rounds.again(Duration.ZERO);

        assertThat(rounds.isClosed()).isTrue();
        assertThat(begun).isFalse();
    }

    /** As a statement that the database is still working on. */
    private static void workThroughAnInterruption(Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
