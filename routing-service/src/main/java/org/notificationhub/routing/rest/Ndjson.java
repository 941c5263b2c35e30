package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An answer of one JSON document a line, each sent as it is known. */
final class Ndjson {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private final ObjectMapper json;
    private final OutputStream out;

    Ndjson(ObjectMapper json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    void write(Object line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
