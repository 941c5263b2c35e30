package org.notificationhub.intake.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Failure;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.status.StatusChange.Placed;
import org.notificationhub.intake.status.StatusFeed;

/**
 * Sends what the feed has for each webhook, one message after another, and many webhooks at a time: one that is slow or dead
 * keeps a thread for as long as its timeout and holds up nobody else.
 */
@ApplicationScoped
class WebhookDispatch {

    private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);

    /** Then others are looked at before it goes on. */
    private static final int MESSAGES_A_TURN = 50;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final WebhookTurns turns;
    private final StatusFeed feed;
    private final SendWebhook sendWebhook;
    private final RetryRule retryRule;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore free;
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> new Thread(task, "webhook-sender"));
    private final Rounds rounds = new Rounds("webhooks", "Webhooks wait", this::dispatchAll);

    WebhookDispatch(
            WebhookTurns turns,
            StatusFeed feed,
            SendWebhook sendWebhook,
            RetryRule retryRule,
            Clock clock,
            MeterRegistry metrics,
            IntakeConfig config) {
        this.turns = turns;
        this.feed = feed;
        this.sendWebhook = sendWebhook;
        this.retryRule = retryRule;
        this.clock = clock;
        this.metrics = metrics;
        this.free = new Semaphore(config.webhooks().atOnce());
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("hub_webhooks_suspended", turns::suspended).register(metrics);
        rounds.start(Duration.ZERO, PAUSE);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
        senders.shutdownNow();
    }

    private void dispatchAll() {
        boolean isMore;
        do {
            isMore = dispatch();
        } while (isMore && !rounds.isClosed());
    }

    private boolean dispatch() {
        var next = turns.take(free.availablePermits());
        for (var turn : next) {
            free.acquireUninterruptibly();
            senders.execute(() -> run(turn));
        }
        return !next.isEmpty();
    }

    private void run(Turn turn) {
        MDC.put("labels.webhookId", turn.webhook().toString());
        try {
            sendAll(turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A webhook's turn broke off; another takes it up when the lease ends", new Failure(e));
        } finally {
            MDC.remove("labels.webhookId");
            free.release();
        }
    }

    private void sendAll(Turn turn) throws InterruptedException {
        var end = feed.end();
        var changes = feed.after(turn.position(), turn.interest(), MESSAGES_A_TURN);
        for (var n = 0; n < changes.size(); n++) {
            if (!send(n == 0 ? turn : turn.withoutFailures(), changes.get(n))) {
                return;
            }
        }
        turns.end(turn, changes.size() < MESSAGES_A_TURN ? end : 0);
    }

    /** Whether the turn goes on. */
    private boolean send(Turn turn, Placed next) throws InterruptedException {
        var attempt = sendWebhook.send(turn, next.change());
        metrics.counter(
                        "hub_webhook_attempts_total",
                        "outcome",
                        attempt.outcome().name())
                .increment();
        var consequence = retryRule.after(attempt, turn.failures(), turn.failingSince(), clock.instant());
        if (consequence instanceof Consequence.TryAgain again) {
            LOG.warn("A receiver did not take a message; it is sent again later");
            turns.tryAgain(turn, attempt, again.at());
            return false;
        }
        if (consequence instanceof Consequence.Suspend suspend) {
            LOG.error("A webhook is suspended: its subscriber mends the receiver, then POST /v1/webhooks/{id}/resume");
            turns.suspend(turn, attempt, suspend.reason());
            return false;
        }
        return turns.taken(turn, next.position(), attempt);
    }
}
