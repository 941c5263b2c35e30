package org.notificationhub.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A register as CQC publishes it. */
record RegisterFile(Path path) {

    InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the name or, where that says nothing, by the first character that is no space. */
    String mediaType() throws IOException {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        if (name.endsWith(".json") || name.endsWith(".ndjson")) {
            return "application/json";
        }
        var first = firstCharacter();
        return first == '{' || first == '[' ? "application/json" : "text/csv";
    }

    /** About as many rows as the file has; a cell may go over several lines. */
    int rows() throws IOException {
        var lines = 0;
        try (var in = new BufferedInputStream(open())) {
            for (var octet = in.read(); octet >= 0; octet = in.read()) {
                lines += octet == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private int firstCharacter() throws IOException {
        try (var in = new BufferedInputStream(open())) {
            var octet = in.read();
            while (octet >= 0 && Character.isWhitespace(octet)) {
                octet = in.read();
            }
            return octet;
        }
    }
}
