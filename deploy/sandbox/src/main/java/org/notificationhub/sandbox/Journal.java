package org.notificationhub.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Facts in order, one line of JSON each, in a file that is only ever added to. Without a directory nothing is kept. */
@ApplicationScoped
public class Journal {

    private final SandboxConfig config;
    private final ObjectMapper json;
    private FileChannel file;

    Journal(SandboxConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** Hands over what was kept, oldest first; from then on facts can be added. */
    synchronized void open(Consumer<Fact> kept) {
        config.directory().ifPresent(directory -> {
            try {
                Files.createDirectories(directory);
                open(directory.resolve("journal.ndjson"), kept);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal in " + directory + " cannot be used", e);
            }
        });
    }

    private void open(Path journal, Consumer<Fact> kept) throws IOException {
        file = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        cutHalfWrittenLine();
        try (var lines = Files.newBufferedReader(journal)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.accept(json.readValue(line, Fact.class));
            }
        }
        file.position(file.size());
    }

    /** Whoever was killed while writing it had not answered yet. */
    private void cutHalfWrittenLine() throws IOException {
        var end = file.size();
        while (end > 0 && octetAt(end - 1) != '\n') {
            end--;
        }
        file.truncate(end);
    }

    private int octetAt(long position) throws IOException {
        var octet = ByteBuffer.allocate(1);
        file.read(octet, position);
        return octet.get(0);
    }

    /** In the file when this returns, so that it outlives this process; on the disk after {@link #force}. */
    synchronized void add(Fact fact) {
        if (file == null) {
            return;
        }
        try {
            var line = ByteBuffer.wrap((json.writeValueAsString(fact) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    /** What was added outlives the machine's power too. */
    void force() {
        var forced = opened();
        try {
            if (forced != null) {
                forced.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written to disk", e);
        }
    }

    private synchronized FileChannel opened() {
        return file;
    }

    synchronized void clear() {
        try {
            if (file != null) {
                file.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be emptied", e);
        }
    }

    synchronized void close(@Observes ShutdownEvent stopping) throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
