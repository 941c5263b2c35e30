package org.notificationhub.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Shows what the processes log from now on, each line behind the name of who wrote it. What libraries have to say is shown
 * from warnings up; all of it is in the files.
 */
final class LogFollower {

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

        private void show(String text) {
            var line = LogLine.of(text);
            if (line.isWorthShowing()) {
                Terminal.say(Terminal.paint(process.name(), "%-10s".formatted(process.name())) + line.painted());
            }
        }
    }
}
