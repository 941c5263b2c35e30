package org.notificationhub.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Notifications to send, one a line. NDJSON is sent as it stands, so that intake says what is wrong with a bad line; a
 * pretty-printed document, or an array of them, is written to such lines first.
 */
record NotificationFile(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static NotificationFile of(Path given) throws IOException {
        return isLines(given) ? new NotificationFile(given) : rewritten(given);
    }

    /** Standard input, kept until the command ends. */
    static NotificationFile of(InputStream given) throws IOException {
        var file = temporary();
        try (var out = Files.newOutputStream(file)) {
            given.transferTo(out);
        }
        return of(file);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    int lines() throws IOException {
        var lines = 0;
        var last = '\n';
        try (var in = new BufferedInputStream(open())) {
            for (var octet = in.read(); octet >= 0; octet = in.read()) {
                lines += last == '\n' ? 1 : 0;
                last = (char) octet;
            }
        }
        return lines;
    }

    private static boolean isLines(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            var first = lines.readLine();
            return first != null && JSON.readTree(first).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static NotificationFile rewritten(Path given) throws IOException {
        var file = temporary();
        try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(given.toFile());
                var out = Files.newBufferedWriter(file)) {
            while (documents.hasNextValue()) {
                var document = documents.nextValue();
                for (var each : document.isArray() ? document : List.of(document)) {
                    out.write(JSON.writeValueAsString(each));
                    out.write('\n');
                }
            }
            return new NotificationFile(file);
        } catch (JsonProcessingException e) {
            return new NotificationFile(given);
        }
    }

    private static Path temporary() throws IOException {
        var file = Files.createTempFile("hub-submit", ".ndjson");
        file.toFile().deleteOnExit();
        return file;
    }
}
