package org.notificationhub.local.reproduce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A year of CQC's IR(ME)R reports: 1 April to 31 March by the day in London. */
public record ReportingYear(int startYear) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern FORM = Pattern.compile("(\\d{4})[-/](\\d{2})");

    /** Reads {@code 2023-24} and {@code 2023/24}; empty where the text is no such year. */
    public static Optional<ReportingYear> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var year = new ReportingYear(Integer.parseInt(form.group(1)));
        return year.inPath().endsWith("-" + form.group(2)) ? Optional.of(year) : Optional.empty();
    }

    /** Its first millisecond. */
    public Instant first() {
        return LocalDate.of(startYear, Month.APRIL, 1).atStartOfDay(LONDON).toInstant();
    }

    /** Its last millisecond. */
    public Instant last() {
        return new ReportingYear(startYear + 1).first().minus(1, ChronoUnit.MILLIS);
    }

    public String inPath() {
        return "%04d-%02d".formatted(startYear, (startYear + 1) % 100);
    }

    @Override
    public String toString() {
        return inPath().replace('-', '/');
    }
}
