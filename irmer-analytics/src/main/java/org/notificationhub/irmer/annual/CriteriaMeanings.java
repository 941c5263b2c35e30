package org.notificationhub.irmer.annual;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.notificationhub.criteria.ComplementaryCode;
import org.notificationhub.criteria.Country;
import org.notificationhub.criteria.Criterion;
import org.notificationhub.criteria.SaueCriteria;
import org.notificationhub.irmer.report.CodeMeanings;
import org.notificationhub.irmer.report.ReportingYear;

/** Explains codes by the tables of criteria. */
@ApplicationScoped
class CriteriaMeanings implements CodeMeanings {

    private final SaueCriteria criteria;

    CriteriaMeanings(SaueCriteria criteria) {
        this.criteria = criteria;
    }

    @Override
    public Optional<Meaning> of(ReportingYear year, String code) {
        var rows = criteria.ofCode(code, Country.ENGLAND, year.from(), year.to());
        return rows.isEmpty() ? Optional.empty() : Optional.of(newest(rows));
    }

    @Override
    public Optional<String> ofComplementary(String code) {
        return criteria.complementaryCode(code).map(ComplementaryCode::sentence);
    }

    /** One code may stand for several criteria of an edition. */
    private static Meaning newest(List<Criterion> rows) {
        var edition = rows.get(rows.size() - 1).edition();
        var newest = rows.stream().filter(row -> row.edition().equals(edition)).toList();
        var unsettled = joined(newest, Criterion::unsettled);
        return new Meaning(edition, joined(newest, Criterion::sentence), unsettled.isEmpty() ? null : unsettled);
    }

    private static String joined(List<Criterion> rows, Function<Criterion, String> text) {
        return rows.stream().map(text).filter(Objects::nonNull).distinct().collect(joining(" "));
    }
}
