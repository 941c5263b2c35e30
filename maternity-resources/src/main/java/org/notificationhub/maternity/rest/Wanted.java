package org.notificationhub.maternity.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.Theme;

/** What a list is narrowed to; every parameter that cannot be used is refused at once. */
record Wanted(String theme, Audience audience, String words, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_QUERY = 200;

    static Wanted of(String theme, String audience, String words, String limit, ResourceCatalogue catalogue) {
        var faults = new ArrayList<Fault>();
        if (theme != null && catalogue.theme(theme).isEmpty()) {
            faults.add(new Fault("theme", "NOT_A_CODE", "Use one of: " + slugs(catalogue.themes())));
        }
        var known = Arrays.stream(Audience.values())
                .filter(each -> each.name().equals(audience))
                .findFirst();
        if (audience != null && known.isEmpty()) {
            faults.add(new Fault("audience", "NOT_A_CODE", "Use one of: " + names()));
        }
        if (words != null && words.length() > LONGEST_QUERY) {
            faults.add(new Fault("q", "TOO_LONG", "Use at most " + LONGEST_QUERY + " characters"));
        }
        var most = limit(limit, faults);
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.QUERY_INVALID, faults);
        }
        return new Wanted(theme, known.orElse(null), words, most);
    }

    private static int limit(String given, List<Fault> faults) {
        try {
            var limit = given == null ? USUAL : Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        faults.add(new Fault("limit", "OUT_OF_RANGE", "Use a whole number from 1 to " + MOST));
        return USUAL;
    }

    private static String slugs(List<Theme> themes) {
        return themes.stream().map(Theme::slug).collect(Collectors.joining(", "));
    }

    private static String names() {
        return Arrays.stream(Audience.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
