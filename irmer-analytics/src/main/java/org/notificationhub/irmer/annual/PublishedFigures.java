package org.notificationhub.irmer.annual;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.irmer.report.PublishedTotal;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.SeriesBreak;

/** What CQC published for years gone by, from the tables that come with the service. */
@Startup
@Singleton
class PublishedFigures {

    private static final ObjectMapper CSV = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private final List<PublishedTotal> totals = read("/figures/published-totals.csv", PublishedTotal.class);
    private final List<SeriesBreak> breaks = read("/figures/series-breaks.csv", SeriesBreak.class);

    List<PublishedTotal> totals() {
        return totals;
    }

    List<SeriesBreak> breaks() {
        return breaks;
    }

    /** The first year of those and of what was published. */
    ReportingYear earliest(List<ReportingYear> counted) {
        var published = totals.stream().map(total -> ReportingYear.of(total.from()));
        return Stream.concat(published, counted.stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last year of those and of what was published. */
    ReportingYear latest(List<ReportingYear> counted) {
        var published = totals.stream().map(total -> ReportingYear.of(total.to()));
        return Stream.concat(published, counted.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static <T> List<T> read(String table, Class<T> row) {
        try (var in = PublishedFigures.class.getResourceAsStream(table);
                MappingIterator<T> rows = CSV.readerFor(row)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return List.copyOf(rows.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
