package org.notificationhub.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A W3C trace context, version 00. Each hop keeps the trace id and takes a span id of its own. */
public record TraceParent(String traceId, String spanId, String flags) {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TraceParent fresh() {
        return new TraceParent(hex(16), hex(8), "00");
    }

    /** What {@code header} says, one hop on; a new trace where it is absent or malformed, as the standard asks. */
    public static TraceParent continued(String header) {
        var form = FORM.matcher(header == null ? "" : header);
        return form.matches() ? new TraceParent(form.group(1), hex(8), form.group(3)) : fresh();
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
