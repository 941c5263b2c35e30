package org.notificationhub.maternity.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.finding.Findings.Ranked;

/**
 * A stretch of a list that is whole in memory. The cursor names the last resource shown, so that a resource added or
 * removed before it skips and repeats nothing.
 *
 * @param cursor where the list goes on, or null at its end
 */
record Stretch(List<Ranked> items, String cursor) {

    static Stretch of(List<Ranked> all, String after, int limit) {
        var from = after == null ? 0 : indexAfter(all, after);
        var to = Math.min(all.size(), from + limit);
        return new Stretch(
                all.subList(from, to), to < all.size() ? encoded(all.get(to - 1).slug()) : null);
    }

    private static int indexAfter(List<Ranked> all, String cursor) {
        var slug = decoded(cursor);
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).slug().equals(slug)) {
                return i + 1;
            }
        }
        throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
    }

    private static String encoded(String slug) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(slug.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemKind.CURSOR_INVALID, ProblemKind.CURSOR_INVALID.remedy());
        }
    }
}
