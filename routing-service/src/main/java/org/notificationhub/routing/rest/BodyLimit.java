package org.notificationhub.routing.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** How much may be sent: a whole register to the import, at most a document to everything else. */
public class BodyLimit {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int DOCUMENT = MEBIBYTE;

    /** Twice CQC's directory. */
    private static final int REGISTER = 64 * MEBIBYTE;

    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    /** After the trace is known, which the answer quotes. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.USER + 1)
    public void limit(ContainerRequestContext request) {
        var most = request.getUriInfo().getPath().equals(RegisterResource.IMPORT) ? REGISTER : DOCUMENT;
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        if (request.getLength() < 0 && WITH_BODY.contains(request.getMethod())) {
            request.setEntityStream(new Limited(request.getEntityStream(), most));
        }
    }

    private static Refusal tooLarge(int most) {
        return new Refusal(
                ProblemKind.TOO_LARGE, "The body is larger than the %d MiB taken here".formatted(most / MEBIBYTE));
    }

    /** A body whose length is known only at its end. */
    private static final class Limited extends FilterInputStream {

        private final int most;
        private long read;

        Limited(InputStream body, int most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            return count(count, count);
        }

        private int count(int result, int more) {
            if (result >= 0 && (read += more) > most) {
                throw tooLarge(most);
            }
            return result;
        }
    }
}
