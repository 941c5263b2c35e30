package org.notificationhub.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in a list ordered by time and id. Callers see it as one opaque word. */
public record Cursor(Instant at, UUID id) {

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** Null where {@code text} is; refused where it is not a cursor of ours. */
    public static Cursor parse(String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
        }
    }
}
