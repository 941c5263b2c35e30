package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/** Sends a register to routing and follows the import. */
final class RegisterSender {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Not HTTP/2: a body of this size cannot go with the request to change to it. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String routing;
    private final String token;

    RegisterSender(String routing, String token) {
        this.routing = routing;
        this.token = token;
    }

    /**
     * The summary.
     *
     * @param asOf null for today
     * @param reached told now and then how many lines were sent. Routing reads as they come and says so, but the JDK's
     *     client hears its answer only when all is sent
     */
    JsonNode send(RegisterFile file, LocalDate asOf, IntConsumer reached) throws IOException, InterruptedException {
        var address = URI.create(routing + "/v1/providers/import" + (asOf == null ? "" : "?asOf=" + asOf));
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", file.mediaType())
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new CountedLines(file.open(), reached)),
                        Files.size(file.path())))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw refused(String.join("", answer.body().toList()));
            }
            return summary((Iterable<String>) answer.body()::iterator);
        } catch (IOException e) {
            throw new HubFailed(
                    "No answer from %s (%s). Is the hub up? Importing it again does no harm".formatted(routing, e), e);
        }
    }

    private static JsonNode summary(Iterable<String> lines) throws IOException {
        JsonNode last = null;
        for (var line : lines) {
            last = JSON.readTree(line);
        }
        if (last == null || !last.has("providers")) {
            throw refused(last == null ? "" : last.path("problem").toString());
        }
        return last;
    }

    private static HubFailed refused(String problem) throws IOException {
        var detail = JSON.readTree(problem).path("detail").asText("the answer broke off");
        return new HubFailed("Routing did not import the register: " + detail);
    }

    private static final class CountedLines extends FilterInputStream {

        private final IntConsumer reached;
        private int lines;

        CountedLines(InputStream file, IntConsumer reached) {
            super(file);
            this.reached = reached;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            for (var i = from; i < from + count; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
            reached.accept(lines);
            return count;
        }
    }
}
