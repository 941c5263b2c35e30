package org.notificationhub.criteria;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.criteria.Assessment.Open;
import org.notificationhub.criteria.Criterion.Finding;
import org.notificationhub.criteria.Criterion.Standing;

/**
 * What a category says. Around a change of edition its day is known only roughly, so two editions may have been in force: only what
 * both say is said.
 */
record Verdict(List<Finding> findings) {

    private static final String WHICH_EDITION =
            "On that day another edition may have been in force, by which it is not met: the day of the change is not known.";

    static List<Verdict> byCategory(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.criterion().category(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Verdict::new)
                .toList();
    }

    static Set<Fact> missing(Collection<Verdict> verdicts) {
        var missing = EnumSet.noneOf(Fact.class);
        verdicts.forEach(verdict -> verdict.findings.forEach(finding -> missing.addAll(finding.missing())));
        return missing;
    }

    boolean isMet() {
        return all(Standing.MET);
    }

    boolean isNotMet() {
        return all(Standing.NOT_MET);
    }

    List<Criterion> met() {
        return isMet() ? findings.stream().map(Finding::criterion).toList() : List.of();
    }

    List<Open> open() {
        return isMet() || isNotMet()
                ? List.of()
                : findings.stream().flatMap(this::open).toList();
    }

    private Stream<Open> open(Finding finding) {
        return switch (finding.standing()) {
            case MET -> contested() ? Stream.of(new Open(finding.criterion(), WHICH_EDITION)) : Stream.empty();
            case NOT_MET -> Stream.empty();
            case OPEN ->
                finding.missing().isEmpty()
                        ? Stream.of(new Open(
                                finding.criterion(), finding.criterion().unsettled()))
                        : Stream.empty();
        };
    }

    private boolean contested() {
        return findings.stream().anyMatch(finding -> finding.standing() == Standing.NOT_MET);
    }

    private boolean all(Standing standing) {
        return findings.stream().allMatch(finding -> finding.standing() == standing);
    }
}
