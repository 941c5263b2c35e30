package org.notificationhub.maternity.rest;

import java.util.regex.Pattern;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** The caller's own name for a request. */
final class IdempotencyKey {

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /** From a header, bare or a quoted string; null where there is none. */
    static String optional(String header) {
        var quoted = header != null && header.length() > 2 && header.startsWith("\"") && header.endsWith("\"");
        var key = quoted ? header.substring(1, header.length() - 1) : header;
        if (key != null && !BARE.matcher(key).matches()) {
            throw new Refusal(ProblemKind.IDEMPOTENCY_KEY_INVALID, ProblemKind.IDEMPOTENCY_KEY_INVALID.remedy());
        }
        return key;
    }
}
