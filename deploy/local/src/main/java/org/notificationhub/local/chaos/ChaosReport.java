package org.notificationhub.local.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a chaos run.
 *
 * @param faults how often each kind happened
 * @param keptIn logs and databases of a run that failed; null where the sides agree
 */
public record ChaosReport(
        long seed,
        long seconds,
        Map<String, Long> faults,
        Map<String, Long> counts,
        List<Disagreement> disagreements,
        String keptIn) {

    private static final int SHOWN = 50;

    public boolean agrees() {
        return disagreements.isEmpty();
    }

    ChaosReport kept(Path directory) {
        return new ChaosReport(seed, seconds, faults, counts, disagreements, directory.toString());
    }

    /** For a person, on paper as on a terminal. */
    public String text() {
        var text = new StringBuilder("Chaos run, seed %d, %d s%n%n".formatted(seed, seconds));
        faults.forEach((fault, number) -> text.append(line("fault: " + fault, number)));
        counts.forEach((what, number) -> text.append(line(what, number)));
        text.append(agrees() ? "%nThe three sides agree.%n".formatted() : disagreement());
        return text.toString();
    }

    private String disagreement() {
        var kinds = disagreements.stream().collect(Collectors.groupingBy(Disagreement::finding, Collectors.counting()));
        var text = new StringBuilder("%nThe sides do NOT agree: %s%n".formatted(kinds));
        disagreements.stream()
                .limit(SHOWN)
                .forEach(each -> text.append(
                        "  %s %s (%s): %s%n".formatted(each.finding(), each.reference(), each.id(), each.words())));
        if (disagreements.size() > SHOWN) {
            text.append("  and %d more; --json prints all%n".formatted(disagreements.size() - SHOWN));
        }
        return keptIn == null ? text.toString() : text + "Logs and databases are kept in %s%n".formatted(keptIn);
    }

    private static String line(String what, long number) {
        return "  %-46s %8d%n".formatted(what, number);
    }
}
