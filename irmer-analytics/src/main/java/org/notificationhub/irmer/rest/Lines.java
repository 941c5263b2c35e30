package org.notificationhub.irmer.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** The lines of a stream, counted from 1. However long a line is, little of it is kept. */
final class Lines {

    private static final int LONGEST = 8192;

    private final InputStream in;
    private int number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 65_536);
    }

    /** Null at the end. A last line needs no line feed; a carriage return before one is left to whoever reads it. */
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        var octet = in.read();
        if (octet < 0) {
            return null;
        }
        var length = 0;
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            if (++length <= LONGEST) {
                bytes.write(octet);
            }
        }
        return new Line(++number, bytes.toString(StandardCharsets.UTF_8), length > LONGEST);
    }

    record Line(int number, String text, boolean isTooLong) {

        String whole() {
            if (isTooLong) {
                throw new Refusal(ProblemKind.TOO_LARGE, "A line is at most %d bytes.".formatted(LONGEST));
            }
            return text;
        }
    }
}
