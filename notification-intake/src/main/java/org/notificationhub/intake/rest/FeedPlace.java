package org.notificationhub.intake.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** A place in the feed of status changes. Callers see it as one opaque word. */
record FeedPlace(long position) {

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    static FeedPlace parse(String text) {
        try {
            return new FeedPlace(
                    Long.parseLong(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
        }
    }
}
