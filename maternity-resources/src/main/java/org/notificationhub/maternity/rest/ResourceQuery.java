package org.notificationhub.maternity.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;
import org.notificationhub.maternity.finding.Wanted;

/** What a list is narrowed to; every parameter that cannot be used is refused at once. */
record ResourceQuery(Wanted wanted, int limit) {

    private static final int LONGEST_QUERY = 200;

    static ResourceQuery of(
            String theme,
            String audience,
            String keyQuestion,
            String words,
            String changedSince,
            String limit,
            ResourceCatalogue catalogue) {
        var query = new ListQuery();
        if (theme != null && catalogue.theme(theme).isEmpty()) {
            query.refuse(new Fault("theme", "NOT_A_CODE", "Use one of: " + slugs(catalogue.themes())));
        }
        if (words != null && words.length() > LONGEST_QUERY) {
            query.refuse(new Fault("q", "TOO_LONG", "Use at most " + LONGEST_QUERY + " characters"));
        }
        if (words != null && words.indexOf('\0') >= 0) {
            query.refuse(new Fault("q", "NOT_TEXT", "Leave out the character U+0000"));
        }
        var asked = new ResourceQuery(
                new Wanted(
                        theme,
                        query.code("audience", audience, Audience.class),
                        query.code("keyQuestion", keyQuestion, KeyQuestion.class),
                        words,
                        query.day("changedSince", changedSince, null)),
                query.limit(limit));
        query.refuseFaults();
        return asked;
    }

    private static String slugs(List<Theme> themes) {
        return themes.stream().map(Theme::slug).collect(Collectors.joining(", "));
    }
}
