package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.notificationhub.http.Failure;
import org.notificationhub.http.Problem;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.http.Trace;
import org.notificationhub.routing.register.ImportSummary;

/** Tells of an import line by line while it runs; the last line is its summary or, once lines have gone out, its problem. */
final class ImportLines {

    private static final Logger LOG = Logger.getLogger(ImportLines.class);

    private final Ndjson lines;
    private final Trace trace;
    private boolean begun;

    ImportLines(ObjectMapper json, OutputStream answer, Trace trace) {
        this.lines = new Ndjson(json, answer);
        this.trace = trace;
    }

    void tell(Function<IntConsumer, ImportSummary> run) {
        try {
            line(run.apply(read -> line(Map.of("read", read))));
        } catch (RuntimeException e) {
            if (!begun) {
                throw e;
            }
            line(Map.of("problem", problem(e)));
        }
    }

    private void line(Object content) {
        begun = true;
        lines.write(content);
    }

    private Problem problem(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            return Problem.of(refusal.kind(), refusal.getMessage(), refusal.faults(), RegisterResource.IMPORT, trace);
        }
        LOG.error("An import failed; its traceId finds the lines around this one", new Failure(failure));
        var kind = ProblemKind.INTERNAL;
        return Problem.of(kind, kind.remedy(), List.of(), RegisterResource.IMPORT, trace);
    }
}
