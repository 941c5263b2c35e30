package org.notificationhub.irmer.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A year of CQC's IR(ME)R reports: 1 April to 31 March by the day in London, written {@code 2023/24}. A notification
 * belongs to the year in which CQC was notified, whenever the exposure happened.
 */
public record ReportingYear(int startYear) implements Comparable<ReportingYear> {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern IN_PATH = Pattern.compile("(\\d{4})-(\\d{2})");

    public static ReportingYear of(LocalDate notified) {
        return new ReportingYear(notified.minusMonths(3).getYear());
    }

    /** In summer an evening instant in UTC is already the next day in London. */
    public static ReportingYear of(Instant notified) {
        return of(notified.atZone(LONDON).toLocalDate());
    }

    /** Reads {@code 2023-24}; empty where the text is no such year. */
    public static Optional<ReportingYear> parse(String path) {
        var form = IN_PATH.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        var year = new ReportingYear(Integer.parseInt(form.group(1)));
        return path.equals(year.inPath()) ? Optional.of(year) : Optional.empty();
    }

    /** The years that begin in these calendar years and all between. */
    public static List<ReportingYear> between(int firstStart, int lastStart) {
        return IntStream.rangeClosed(firstStart, lastStart)
                .mapToObj(ReportingYear::new)
                .toList();
    }

    public LocalDate from() {
        return LocalDate.of(startYear, Month.APRIL, 1);
    }

    /** The last day, itself part of the year. */
    public LocalDate to() {
        return next().from().minusDays(1);
    }

    /** The first instant of the year. */
    public Instant begins() {
        return from().atStartOfDay(LONDON).toInstant();
    }

    /** The first instant that is no longer part of the year. */
    public Instant ends() {
        return next().begins();
    }

    public ReportingYear next() {
        return new ReportingYear(startYear + 1);
    }

    public ReportingYear previous() {
        return new ReportingYear(startYear - 1);
    }

    @Override
    public int compareTo(ReportingYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    /** As paths and file names write it: {@code 2023-24}. */
    public String inPath() {
        return written('-');
    }

    @Override
    public String toString() {
        return written('/');
    }

    private String written(char between) {
        return "%04d%c%02d".formatted(startYear, between, (startYear + 1) % 100);
    }
}
