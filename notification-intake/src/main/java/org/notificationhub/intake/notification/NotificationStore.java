package org.notificationhub.intake.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.messaging.NotificationPublisher;

/**
 * Stores notifications so that those which wait at the same moment share one transaction and one flush to disk. Each is
 * answered only after its own commit. If a shared transaction fails, each is stored alone: one bad row costs only itself.
 */
@ApplicationScoped
public class NotificationStore {

    private static final Logger LOG = Logger.getLogger(NotificationStore.class);

    /** While one transaction is flushed the other fills. */
    private static final int WRITERS = 2;

    private final SubmissionTable table;
    private final NotificationPublisher publisher;
    private final int together;
    private final BlockingQueue<Waiting> queue;
    private final List<Thread> writers = new ArrayList<>();

    NotificationStore(SubmissionTable table, NotificationPublisher publisher, IntakeConfig config) {
        this.table = table;
        this.publisher = publisher;
        this.together = config.storing().together();
        this.queue = new ArrayBlockingQueue<>(config.storing().waiting());
    }

    void start(@Observes StartupEvent event) {
        for (var n = 1; n <= WRITERS; n++) {
            var writer = new Thread(this::write, "notification-writer-" + n);
            writer.start();
            writers.add(writer);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        writers.forEach(Thread::interrupt);
    }

    CompletionStage<Stored> store(Submission submission) {
        var waiting = new Waiting(submission, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw unavailable();
        }
        return waiting.answer;
    }

    private void write() {
        try {
            while (true) {
                var batch = new ArrayList<Waiting>();
                batch.add(queue.take());
                queue.drainTo(batch, together - 1);
                commit(batch);
            }
        } catch (InterruptedException e) {
            queue.forEach(waiting -> waiting.answer.completeExceptionally(unavailable()));
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            answer(batch);
        } catch (SQLException | RuntimeException e) {
            if (batch.size() > 1) {
                batch.forEach(waiting -> commit(List.of(waiting)));
            } else {
                LOG.warn("A notification could not be stored; the sender is asked to send it again", new Failure(e));
                batch.get(0).answer.completeExceptionally(unavailable());
            }
        }
    }

    private void answer(List<Waiting> batch) throws SQLException {
        var outcomes = table.insert(batch.stream().map(Waiting::submission).toList());
        publisher.wake();
        for (var waiting : batch) {
            var outcome = outcomes.get(waiting.submission.id());
            if (outcome.refusal() == null) {
                waiting.answer.complete(outcome.stored());
            } else {
                waiting.answer.completeExceptionally(outcome.refusal());
            }
        }
    }

    private static Refusal unavailable() {
        var kind = ProblemKind.UNAVAILABLE;
        return new Refusal(kind, kind.remedy(), List.of(), Map.of("Retry-After", "2"));
    }

    private record Waiting(Submission submission, CompletableFuture<Stored> answer) {}
}
