package org.notificationhub.irmer.annual;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Words;

/** Finds the word that fits best. */
final class TermWords implements Words {

    /** @param last null while it is used */
    record Term(Kind kind, String modality, List<String> path, ReportingYear first, ReportingYear last, Word word) {

        private boolean isUsedIn(ReportingYear year) {
            return first.startYear() <= year.startYear() && (last == null || year.startYear() <= last.startYear());
        }
    }

    private record Place(Kind kind, List<String> path) {}

    private final Map<Place, List<Term>> terms;

    TermWords(List<Term> terms) {
        this.terms = terms.stream().collect(groupingBy(term -> new Place(term.kind(), term.path())));
    }

    /** The modality's own word of the year, or else the nearest there is: an old word says more than a code. */
    @Override
    public Optional<Word> find(Kind kind, ReportingYear year, String modality, List<String> path) {
        return terms.getOrDefault(new Place(kind, path), List.of()).stream()
                .max(Comparator.comparing((Term term) -> term.modality().equals(modality))
                        .thenComparing(term -> term.isUsedIn(year))
                        .thenComparing(term -> term.first().startYear()))
                .map(Term::word);
    }
}
