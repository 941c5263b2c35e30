package org.notificationhub.maternity.finding;

import java.util.List;

/** What was found, best first. */
public record Findings(List<Ranked> all, Asked asked) {

    /** Whether words were given that mean something. */
    public boolean byWords() {
        return !asked.query.isEmpty();
    }

    /** A resource in its place, without its lines. */
    public record Ranked(String slug, Marked title, Marked summary) {}

    /**
     * What was looked for in the end.
     *
     * @param spelt the words with those that are unknown put as the catalogue spells what is nearest; null where nothing
     *     was changed
     * @param query as the database puts it
     * @param partly whether no resource has all words, so that these have some
     */
    public record Asked(String spelt, String query, boolean partly) {}
}
