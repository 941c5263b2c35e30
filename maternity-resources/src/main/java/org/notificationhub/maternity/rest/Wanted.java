package org.notificationhub.maternity.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;

/** What a list is narrowed to; every parameter that cannot be used is refused at once. */
record Wanted(String theme, Audience audience, String words, int limit) {

    private static final int LONGEST_QUERY = 200;

    static Wanted of(String theme, String audience, String words, String limit, ResourceCatalogue catalogue) {
        var query = new ListQuery();
        if (theme != null && catalogue.theme(theme).isEmpty()) {
            query.refuse(new Fault("theme", "NOT_A_CODE", "Use one of: " + slugs(catalogue.themes())));
        }
        if (words != null && words.length() > LONGEST_QUERY) {
            query.refuse(new Fault("q", "TOO_LONG", "Use at most " + LONGEST_QUERY + " characters"));
        }
        var wanted = new Wanted(theme, query.code("audience", audience, Audience.class), words, query.limit(limit));
        query.refuseFaults();
        return wanted;
    }

    private static String slugs(List<Theme> themes) {
        return themes.stream().map(Theme::slug).collect(Collectors.joining(", "));
    }
}
