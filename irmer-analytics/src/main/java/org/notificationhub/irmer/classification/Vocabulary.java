package org.notificationhub.irmer.classification;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.notificationhub.http.Fault;
import org.notificationhub.irmer.classification.Term.Word;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.report.ReportingYear;

/** The words that reviews may use, each in its modality and years. */
public final class Vocabulary {

    private static final String EVERY_MODALITY = "";

    private final Map<Word, List<Term>> terms;

    public Vocabulary(Collection<Term> terms) {
        this.terms = terms.stream().collect(groupingBy(Term::word));
    }

    /** What of this cannot be said of a notification of that modality and year; each with how to put it right. */
    List<Fault> faults(Classification said, String modality, ReportingYear year) {
        var faults = new ArrayList<Fault>();
        if (said.subModality() != null && !knows(TermKind.SUB_MODALITY, modality, List.of(said.subModality()), year)) {
            faults.add(notATerm("/subModality", TermKind.SUB_MODALITY, modality, year));
        }
        firstUnknownTier(said.tiers(), modality, year)
                .forEach(tier -> faults.add(notATerm("/tier" + tier, TermKind.TIER, modality, year)));
        if (said.factors() != null) {
            IntStream.range(0, said.factors().size())
                    .filter(index -> !knows(
                            TermKind.FACTOR, modality, List.of(said.factors().get(index)), year))
                    .forEach(index -> faults.add(notATerm("/factors/" + index, TermKind.FACTOR, modality, year)));
        }
        return faults;
    }

    /** Whether every tier above it is there when it begins. */
    boolean hasPlaceFor(Term term) {
        var path = term.path();
        return path.size() == 1 || knows(term.kind(), term.modality(), path.subList(0, path.size() - 1), term.first());
    }

    /** Below a tier that is not known none can be. */
    private IntStream firstUnknownTier(List<String> tiers, String modality, ReportingYear year) {
        return IntStream.rangeClosed(1, tiers.size())
                .filter(depth -> !knows(TermKind.TIER, modality, tiers.subList(0, depth), year))
                .limit(1);
    }

    private boolean knows(TermKind kind, String modality, List<String> path, ReportingYear year) {
        return isValid(new Word(kind, modality, path), year) || isValid(new Word(kind, EVERY_MODALITY, path), year);
    }

    private boolean isValid(Word word, ReportingYear year) {
        return terms.getOrDefault(word, List.of()).stream().anyMatch(term -> term.isValidIn(year));
    }

    private static Fault notATerm(String pointer, TermKind kind, String modality, ReportingYear year) {
        if (kind != TermKind.FACTOR && Cell.NOT_KNOWN.equals(modality)) {
            return new Fault(
                    pointer, "NO_MODALITY", "Words depend on the modality: have the notification amended to name one");
        }
        var list = "/v1/irmer/terms?kind=%s&modality=%s&year=%s".formatted(kind, modality, year.inPath());
        return new Fault(
                pointer, "NOT_A_TERM", "Use a term of GET %s, or add it with POST /v1/irmer/terms".formatted(list));
    }
}
