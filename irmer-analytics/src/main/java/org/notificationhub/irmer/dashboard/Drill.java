package org.notificationhub.irmer.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Scope;

/**
 * Leads from a number to the events behind it, as known when the number was read.
 *
 * @param modality code, or {@code ALL}
 */
record Drill(ReportingYear year, String modality, Instant asOf) {

    Drill in(String other) {
        return new Drill(year, other, asOf);
    }

    /** @param conditions names of parameters of {@code /events} and their values, by turns; null values are left out */
    String to(String... conditions) {
        var parameters = new ArrayList<>(List.of("year=" + year.inPath()));
        if (!modality.equals(Scope.ALL.code())) {
            parameters.add("modality=" + encoded(modality));
        }
        for (var index = 0; index < conditions.length; index += 2) {
            if (conditions[index + 1] != null) {
                parameters.add(conditions[index] + "=" + encoded(conditions[index + 1]));
            }
        }
        parameters.add("asOf=" + encoded(asOf.toString()));
        return "/events?" + String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
