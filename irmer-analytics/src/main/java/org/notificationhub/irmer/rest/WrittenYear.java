package org.notificationhub.irmer.rest;

import java.util.Optional;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.report.ReportingYear;

/** A reporting year as somebody wrote it. */
final class WrittenYear {

    private WrittenYear() {}

    /** {@code 2023/24}, as bodies write it, or {@code 2023-24}, as paths do. */
    static Optional<ReportingYear> read(String text) {
        return text == null ? Optional.empty() : ReportingYear.parse(text.replace('/', '-'));
    }

    /** Null where {@code text} is. */
    static ReportingYear asked(ListQuery query, String text) {
        var year = read(text);
        if (text != null && year.isEmpty()) {
            query.refuse(new Fault("year", "NOT_A_YEAR", "Use a reporting year such as 2023-24"));
        }
        return year.orElse(null);
    }
}
