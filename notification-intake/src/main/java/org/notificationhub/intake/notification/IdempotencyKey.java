package org.notificationhub.intake.notification;

import java.util.regex.Pattern;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** A caller's own name for a request, valid for that caller and path. */
public record IdempotencyKey(String client, String path, String key) {

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Null where the header is absent. The header may be bare or a quoted string. */
    public static IdempotencyKey parse(String client, String path, String header) {
        if (header == null) {
            return null;
        }
        var quoted = header.length() > 2 && header.startsWith("\"") && header.endsWith("\"");
        var key = quoted ? header.substring(1, header.length() - 1) : header;
        if (!BARE.matcher(key).matches()) {
            var kind = ProblemKind.IDEMPOTENCY_KEY_INVALID;
            throw new Refusal(kind, kind.remedy());
        }
        return new IdempotencyKey(client, path, key);
    }
}
