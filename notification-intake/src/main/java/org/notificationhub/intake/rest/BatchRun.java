package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.notificationhub.http.Fault;
import org.notificationhub.http.Problem;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.http.Trace;
import org.notificationhub.intake.notification.Stored;

/** Takes a batch line by line. Many lines are under way at once, so that they share transactions; answers keep the order. */
final class BatchRun {

    private static final int UNDER_WAY = 256;

    private final Function<byte[], CompletionStage<Taken>> receive;
    private final Trace trace;
    private final ObjectMapper json;
    private final OutputStream answers;
    private final ArrayDeque<CompletableFuture<LineResult>> underWay = new ArrayDeque<>();

    BatchRun(Function<byte[], CompletionStage<Taken>> receive, Trace trace, ObjectMapper json, OutputStream answers) {
        this.receive = receive;
        this.trace = trace;
        this.json = json;
        this.answers = answers;
    }

    void over(Lines lines) throws IOException {
        var number = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            underWay.add(result(++number, line));
            while (!underWay.isEmpty()
                    && (underWay.size() >= UNDER_WAY || underWay.peek().isDone())) {
                answerOldest();
            }
        }
        while (!underWay.isEmpty()) {
            answerOldest();
        }
    }

    private void answerOldest() throws IOException {
        answers.write(json.writeValueAsBytes(underWay.remove().join()));
        answers.write('\n');
    }

    private CompletableFuture<LineResult> result(int number, byte[] line) {
        try {
            return receive.apply(line)
                    .handle((taken, failure) ->
                            failure == null ? LineResult.of(number, taken) : refused(number, failure))
                    .toCompletableFuture();
        } catch (Refusal e) {
            return CompletableFuture.completedFuture(refused(number, e));
        }
    }

    private LineResult refused(int number, Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        var refusal = cause instanceof Refusal known
                ? known
                : new Refusal(ProblemKind.INTERNAL, ProblemKind.INTERNAL.remedy());
        var problem =
                Problem.of(refusal.kind(), refusal.getMessage(), refusal.faults(), "/v1/notifications/batch", trace);
        return new LineResult(number, problem.status(), null, null, null, problem);
    }

    record Taken(Stored stored, List<Fault> warnings) {}

    /**
     * @param replayed true where the line had been sent before, absent otherwise
     * @param warnings absent where there are none
     */
    record LineResult(int line, int status, UUID id, Boolean replayed, List<Fault> warnings, Problem problem) {
        static LineResult of(int line, Taken taken) {
            return new LineResult(
                    line,
                    202,
                    taken.stored().id(),
                    taken.stored().replayed() ? true : null,
                    taken.warnings().isEmpty() ? null : taken.warnings(),
                    null);
        }
    }
}
