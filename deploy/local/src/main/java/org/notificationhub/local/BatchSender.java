package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends NDJSON to intake's batch endpoint, some hundred lines a request, and hands on each answer as it comes. */
final class BatchSender {

    private static final int LINES_A_REQUEST = 500;
    private static final int ACCEPTED = 202;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI batch;
    private final String token;
    private int sent;
    private int refused;

    BatchSender(String intake, String token) {
        this.batch = URI.create(intake + "/v1/notifications/batch");
        this.token = token;
    }

    Summary send(InputStream ndjson, Consumer<JsonNode> each) throws IOException, InterruptedException {
        var in = new BufferedInputStream(ndjson);
        for (var block = nextBlock(in); block.length > 0; block = nextBlock(in)) {
            var before = sent;
            for (var line : (Iterable<String>) answer(block)::iterator) {
                var result = (ObjectNode) JSON.readTree(line);
                result.put("line", before + result.get("line").intValue());
                sent++;
                refused += isAccepted(result) ? 0 : 1;
                each.accept(result);
            }
        }
        return new Summary(sent, refused);
    }

    static boolean isAccepted(JsonNode result) {
        return result.path("status").intValue() == ACCEPTED;
    }

    private Stream<String> answer(byte[] block) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(batch)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(block))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw new HubFailed("Intake answered %d: %s"
                    .formatted(
                            answer.statusCode(), String.join("", answer.body().toList())));
        } catch (IOException e) {
            throw new HubFailed(
                    "No answer from %s after %d lines (%s). Is the hub up? What was taken is not taken twice when you send it again"
                            .formatted(batch, sent, e),
                    e);
        }
    }

    private static byte[] nextBlock(InputStream in) throws IOException {
        var block = new ByteArrayOutputStream();
        var lines = 0;
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            block.write(octet);
            if (octet == '\n' && ++lines == LINES_A_REQUEST) {
                break;
            }
        }
        return block.toByteArray();
    }

    record Summary(int lines, int refused) {}
}
