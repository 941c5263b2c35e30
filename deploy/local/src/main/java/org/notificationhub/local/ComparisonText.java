package org.notificationhub.local;

import org.notificationhub.local.reproduce.Comparison;
import org.notificationhub.local.reproduce.Comparison.Line;
import org.notificationhub.local.reproduce.Verdict;

/** A comparison as a table, a figure a line. */
final class ComparisonText {

    private static final String ROW = "  %-76s %10s %10s   %-13s  %s";

    private ComparisonText() {}

    static String of(Comparison comparison) {
        var text = new StringBuilder("IR(ME)R notifications, %s%n".formatted(comparison.year()));
        text.append(ROW.formatted("", "published", "computed", "", "").stripTrailing())
                .append('\n');
        var section = "";
        for (var line : comparison.lines()) {
            if (!line.of().equals(section)) {
                section = line.of();
                text.append(section).append('\n');
            }
            text.append(row(line)).append('\n');
        }
        return text.append('\n').append(conclusion(comparison)).append('\n').toString();
    }

    private static String row(Line line) {
        return ROW.formatted(
                        line.figure(),
                        value(line, line.published()),
                        value(line, line.computed()),
                        line.verdict().words(),
                        line.note() == null ? "" : line.note())
                .stripTrailing();
    }

    private static String value(Line line, Integer number) {
        if (number == null) {
            return "-";
        }
        return line.unit().equals("%") ? number + " %" : String.valueOf(number);
    }

    private static String conclusion(Comparison comparison) {
        return "%s: %d figures as published, %d differ, %d not published."
                .formatted(
                        comparison.isReproduced() ? "Reproduced" : "Not reproduced",
                        comparison.count(Verdict.OK),
                        comparison.count(Verdict.DIFFERS),
                        comparison.count(Verdict.NOT_PUBLISHED));
    }
}
