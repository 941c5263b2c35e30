package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;
import org.notificationhub.http.Outage;
import org.notificationhub.http.Problem;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.http.Trace;
import org.notificationhub.irmer.classification.Outcome;
import org.notificationhub.irmer.classification.Review;
import org.notificationhub.irmer.classification.Revision;

/** Takes classifications line by line, many lines in one transaction, and answers each in order. */
final class ClassificationRun {

    private static final Logger LOG = Logger.getLogger(ClassificationRun.class);
    private static final int LINES_TOGETHER = 500;

    private final Function<String, ClassificationLine> read;
    private final Function<List<Review>, List<Outcome>> classify;
    private final Trace trace;
    private final ObjectMapper json;
    private final OutputStream answers;
    private final List<ReadLine> together = new ArrayList<>();

    ClassificationRun(
            Function<String, ClassificationLine> read,
            Function<List<Review>, List<Outcome>> classify,
            Trace trace,
            ObjectMapper json,
            OutputStream answers) {
        this.read = read;
        this.classify = classify;
        this.trace = trace;
        this.json = json;
        this.answers = answers;
    }

    void over(Lines lines) throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().isBlank()) {
                together.add(readLine(line));
            }
            if (together.size() == LINES_TOGETHER) {
                take();
            }
        }
        take();
    }

    private ReadLine readLine(Lines.Line line) {
        try {
            return new ReadLine(line.number(), read.apply(line.whole()).checked(), null);
        } catch (Refusal e) {
            return new ReadLine(line.number(), null, e);
        }
    }

    private void take() throws IOException {
        var outcomes = outcomes(together.stream()
                        .map(ReadLine::review)
                        .filter(review -> review != null)
                        .toList())
                .iterator();
        for (var line : together) {
            answers.write(json.writeValueAsBytes(result(line, outcomes)));
            answers.write('\n');
        }
        answers.flush();
        together.clear();
    }

    /** Where lines cannot be taken, those after them still may. */
    private List<Outcome> outcomes(List<Review> reviews) {
        if (reviews.isEmpty()) {
            return List.of();
        }
        try {
            return classify.apply(reviews);
        } catch (RuntimeException e) {
            LOG.error(
                    "Classifications could not be taken; the traceId finds the lines around this one", new Failure(e));
            var kind = Outage.isBehind(e) ? ProblemKind.UNAVAILABLE : ProblemKind.INTERNAL;
            Outcome refused = new Outcome.Refused(new Refusal(kind, kind.remedy()));
            return reviews.stream().map(review -> refused).toList();
        }
    }

    private LineResult result(ReadLine line, Iterator<Outcome> outcomes) {
        var outcome = line.refusal() == null ? outcomes.next() : new Outcome.Refused(line.refusal());
        if (outcome instanceof Outcome.Taken taken) {
            return LineResult.of(line.number(), taken.revision(), null);
        }
        if (outcome instanceof Outcome.Unchanged unchanged) {
            return LineResult.of(line.number(), unchanged.revision(), true);
        }
        var refusal = ((Outcome.Refused) outcome).refusal();
        var problem = Problem.of(
                refusal.kind(), refusal.getMessage(), refusal.faults(), BulkClassificationResource.PATH, trace);
        return new LineResult(line.number(), problem.status(), null, null, null, problem);
    }

    /** @param refusal null where there is a review */
    private record ReadLine(int number, Review review, Refusal refusal) {}

    /** @param unchanged true where it says what had been said before, absent otherwise */
    record LineResult(int line, int status, UUID id, Integer revision, Boolean unchanged, Problem problem) {

        static LineResult of(int line, Revision revision, Boolean unchanged) {
            var status = unchanged == null && revision.number() == 1 ? 201 : 200;
            return new LineResult(line, status, revision.notificationId(), revision.number(), unchanged, null);
        }
    }
}
