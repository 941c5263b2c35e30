package org.notificationhub.irmer.annual;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.irmer.classification.Term;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Words;

/** Finds the word that fits best. */
final class TermWords implements Words {

    private record Place(TermKind kind, List<String> path) {}

    private final Map<Place, List<Term>> terms;

    TermWords(Collection<Term> terms) {
        this.terms = terms.stream().collect(groupingBy(term -> new Place(term.kind(), term.path())));
    }

    /** The modality's own word of the year, or else the nearest there is: an old word says more than a code. */
    @Override
    public Optional<Word> find(TermKind kind, ReportingYear year, String modality, List<String> path) {
        return terms.getOrDefault(new Place(kind, path), List.of()).stream()
                .max(Comparator.comparing((Term term) -> term.modality().equals(modality))
                        .thenComparing(term -> isUsedIn(term, year))
                        .thenComparing(Term::first))
                .map(term -> new Word(term.label(), term.practicalAction()));
    }

    private static boolean isUsedIn(Term term, ReportingYear year) {
        return term.first().compareTo(year) <= 0 && (term.last() == null || year.compareTo(term.last()) <= 0);
    }
}
