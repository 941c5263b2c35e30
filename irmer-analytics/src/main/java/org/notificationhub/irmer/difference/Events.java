package org.notificationhub.irmer.difference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.report.ReportingYear;

/** Where the events behind a count are listed, as known at a time. */
record Events(ReportingYear year, Instant asOf) {

    String of(String modality) {
        return link("&modality=" + encoded(modality));
    }

    /** @param tiers a cell by tiers */
    String of(Cell tiers) {
        var steps = new StringBuilder("&modality=" + encoded(tiers.modality()));
        for (var step = 1; tiers.step(step) != null; step++) {
            steps.append("&tier").append(step).append('=').append(encoded(tiers.step(step)));
        }
        return link(steps.toString());
    }

    private String link(String query) {
        return "/v1/irmer/events?year=" + year.inPath() + query + "&asOf=" + WireJson.format(asOf);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
