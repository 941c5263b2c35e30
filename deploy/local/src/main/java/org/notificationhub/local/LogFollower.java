package org.notificationhub.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Shows what the processes log from now on, each line behind the name of who wrote it. What libraries have to say is shown
 * from warnings up; all of it is in the files.
 */
final class LogFollower {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "org.notificationhub";

    private final List<Follow> follows;

    LogFollower(Collection<HubProcess> processes) {
        this.follows = processes.stream().map(Follow::new).toList();
    }

    /** Never returns; ends with the JVM. */
    void follow() throws InterruptedException {
        while (true) {
            follows.forEach(Follow::showNew);
            Thread.sleep(200);
        }
    }

    private static final class Follow {
        private final HubProcess process;
        private long position;

        Follow(HubProcess process) {
            this.process = process;
            this.position = process.log().toFile().length();
        }

        void showNew() {
            try (var log = new RandomAccessFile(process.log().toFile(), "r")) {
                log.seek(position);
                var bytes = new byte[(int) Math.min(1 << 16, log.length() - position)];
                log.readFully(bytes);
                var text = new String(bytes, StandardCharsets.UTF_8);
                var complete = text.substring(0, text.lastIndexOf('\n') + 1);
                position += complete.getBytes(StandardCharsets.UTF_8).length;
                complete.lines().forEach(this::show);
            } catch (IOException e) {
                Terminal.error("cannot read " + process.log());
            }
        }

        private void show(String line) {
            readable(line)
                    .ifPresent(text -> Terminal.say(
                            Terminal.paint(process.name(), "%-10s".formatted(process.name())) + " " + text));
        }

        private static Optional<String> readable(String line) {
            if (!line.startsWith("{")) {
                return Optional.of(line);
            }
            try {
                var entry = JSON.readTree(line);
                var level = entry.path("log.level").asText();
                var isOurs = entry.path("log.logger").asText().startsWith(OURS);
                return isOurs || !level.equals("INFO")
                        ? Optional.of(Terminal.paint(level, level) + " "
                                + entry.path("message").asText() + labels(entry.path("mdc")))
                        : Optional.empty();
            } catch (JsonProcessingException e) {
                return Optional.of(line);
            }
        }

        private static String labels(JsonNode mdc) {
            var labels = new StringBuilder();
            mdc.fields()
                    .forEachRemaining(label -> labels.append(" ")
                            .append(label.getKey().replace("labels.", ""))
                            .append("=")
                            .append(label.getValue().asText()));
            return labels.toString();
        }
    }
}
