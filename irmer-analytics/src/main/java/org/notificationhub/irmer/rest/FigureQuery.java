package org.notificationhub.irmer.rest;

import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads which figures are asked for. */
final class FigureQuery {

    private FigureQuery() {}

    /** Null where {@code value} is. */
    static Modality modality(String value) {
        var query = new ListQuery();
        var modality = query.code("modality", value, Modality.class);
        query.refuseFaults();
        return modality;
    }

    /** The years to show; each null where it is not asked for. */
    record Span(ReportingYear from, ReportingYear to) {

        static Span of(String from, String to) {
            var query = new ListQuery();
            var span = new Span(year(query, "from", from), year(query, "to", to));
            if (span.from() != null && span.to() != null && span.to().compareTo(span.from()) < 0) {
                query.refuse(new Fault("to", "BEFORE_FROM", "Use the same year as from, or a later one"));
            }
            query.refuseFaults();
            return span;
        }

        private static ReportingYear year(ListQuery query, String name, String value) {
            var year = value == null ? null : ReportingYear.parse(value).orElse(null);
            if (value != null && year == null) {
                query.refuse(new Fault(name, "NOT_A_YEAR", "Use a year such as 2023-24"));
            }
            return year;
        }
    }
}
