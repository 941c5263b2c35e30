package org.notificationhub.routing.rest;

import java.util.regex.Pattern;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** The caller's own name for a request that has no other. */
final class IdempotencyKey {

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /** From a header, bare or a quoted string. */
    static String required(String header) {
        var quoted = header != null && header.length() > 2 && header.startsWith("\"") && header.endsWith("\"");
        var key = quoted ? header.substring(1, header.length() - 1) : header;
        if (key == null || !BARE.matcher(key).matches()) {
            throw new Refusal(
                    ProblemKind.IDEMPOTENCY_KEY_INVALID,
                    "This request needs an Idempotency-Key of 1 to 255 visible ASCII characters");
        }
        return key;
    }
}
