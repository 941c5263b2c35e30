package org.notificationhub.intake.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream. Of a line that is too long only one byte too many is kept, enough to be refused for it. */
final class Lines {

    private final InputStream in;
    private final int longest;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Null at the end. A last line needs no line feed; a carriage return before one is white space. */
    byte[] next() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        var octet = in.read();
        if (octet < 0) {
            return null;
        }
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            if (line.size() <= longest) {
                line.write(octet);
            }
        }
        return line.toByteArray();
    }
}
