package org.notificationhub.irmer.annual;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.notificationhub.irmer.IrmerConfig;
import org.notificationhub.irmer.activity.ActivityReader;
import org.notificationhub.irmer.classification.TermRepository;
import org.notificationhub.irmer.count.CountReader;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.AnnualReport;
import org.notificationhub.irmer.report.AnnualTables;
import org.notificationhub.irmer.report.CodeMeanings;
import org.notificationhub.irmer.report.ReportTexts;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Trend;
import org.notificationhub.irmer.report.Words;
import org.notificationhub.irmer.report.YearCounts;

/** The figures of the annual report, as known at a time. What they cost does not depend on how much was notified. */
@ApplicationScoped
public class AnnualFigures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** Providers are many, and shown by rules of their own. */
    private static final Set<Dimension> OF_THE_REPORT = EnumSet.complementOf(EnumSet.of(Dimension.PROVIDER));

    private final CountReader counts;
    private final ActivityReader activities;
    private final TermRepository terms;
    private final CodeMeanings meanings;
    private final PublishedFigures published;
    private final IrmerConfig config;

    AnnualFigures(
            CountReader counts,
            ActivityReader activities,
            TermRepository terms,
            CodeMeanings meanings,
            PublishedFigures published,
            IrmerConfig config) {
        this.counts = counts;
        this.activities = activities;
        this.terms = terms;
        this.meanings = meanings;
        this.published = published;
        this.config = config;
    }

    public AnnualTables tables(ReportingYear year, Instant asOf) {
        var before = year.previous();
        var both = counts.counts(before, year, OF_THE_REPORT, asOf);
        return new AnnualTables(
                YearCounts.of(year, both),
                YearCounts.of(before, both),
                activities.activities(year, year, asOf),
                words(),
                meanings,
                asOf);
    }

    /** The words by which codes are shown. */
    public Words words() {
        return new TermWords(terms.all());
    }

    /** Every year from the first in which something was notified to the last. */
    public List<AnnualReport> years(Instant asOf) {
        var years = counts.years(asOf);
        if (years.isEmpty()) {
            return List.of();
        }
        var all = counts.counts(years.get(0), years.get(years.size() - 1), List.of(Dimension.COUNTED), asOf);
        return years.stream()
                .map(year -> AnnualReport.of(YearCounts.of(year, all), List.of(), asOf))
                .toList();
    }

    /** The whole report of a year, the modalities first. */
    public FigureBook book(ReportingYear year, Instant asOf) {
        var tables = tables(year, asOf);
        var all = new ArrayList<>(tables.all());
        all.addAll(trend(null, year, asOf).tables());
        return book(year, asOf, "notifications", "Notifications under IR(ME)R in England", all);
    }

    /**
     * Tables of a year.
     *
     * @param what they are about, as file names write it
     */
    public FigureBook book(ReportingYear year, Instant asOf, String what, String title, List<FigureTable> tables) {
        return book(
                "irmer-%s-england-%s".formatted(what, year.inPath()),
                "%s, %s".formatted(title, year),
                "%s (%s to %s)".formatted(year, DAY.format(year.from()), DAY.format(year.to())),
                asOf,
                tables);
    }

    public FigureBook trendBook(ReportingYear first, ReportingYear last, Instant asOf) {
        var trend = trend(first, last, asOf);
        return book(
                "irmer-trend-england-%s-to-%s"
                        .formatted(trend.first().inPath(), trend.last().inPath()),
                "Notifications under IR(ME)R in England, %s to %s".formatted(trend.first(), trend.last()),
                "%s to %s".formatted(trend.first(), trend.last()),
                asOf,
                trend.tables());
    }

    /**
     * @param first null for the earliest that anything is known of
     * @param last null for the latest
     */
    public Trend trend(ReportingYear first, ReportingYear last, Instant asOf) {
        var years = counts.years(asOf);
        var earliest = published.earliest(years);
        var latest = published.latest(years);
        var from = first != null ? first : last != null && last.compareTo(earliest) < 0 ? last : earliest;
        var to = last != null ? last : from.compareTo(latest) > 0 ? from : latest;
        return new Trend(
                from,
                to,
                years,
                counts.counts(from, to, List.of(Dimension.COUNTED), asOf),
                published.totals(),
                published.breaks(),
                asOf);
    }

    private FigureBook book(String name, String title, String period, Instant asOf, List<FigureTable> tables) {
        return new FigureBook(
                name,
                title,
                period,
                asOf,
                ReportTexts.SOURCE,
                ReportTexts.VERSION,
                ReportTexts.COUNTING_RULES,
                config.contact(),
                config.demonstration(),
                tables);
    }
}
