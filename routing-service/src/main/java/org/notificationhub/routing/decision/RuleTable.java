package org.notificationhub.routing.decision;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RuleReader;
import org.notificationhub.routing.rule.RulesUnusable;
import org.notificationhub.routing.rule.Vocabulary;

/** The rule table as CSV: a first line that names the edition, a header, and a row for each rule. */
public final class RuleTable {

    private static final String EDITION = "# edition ";

    private RuleTable() {}

    /** The one this service ships. */
    public static String shipped() {
        return CsvTable.text("rules/statutory-duties.csv");
    }

    /** Refuses one that is not total, overlaps, lacks law or names an unknown code, with every flaw. */
    public static RoutingRules read(String text, Vocabulary vocabulary) {
        var end = text.indexOf('\n');
        if (!text.startsWith(EDITION) || end < 0) {
            throw new RulesUnusable("its first line does not name its edition, as in: # edition 2026-11-25");
        }
        var edition = text.substring(EDITION.length(), end).strip();
        if (!edition.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")) {
            throw new RulesUnusable("its edition is not 1 to 40 letters, digits, dots and dashes");
        }
        return new RuleReader(vocabulary).read(edition, CsvTable.rows(text));
    }

    /** What {@link #read} reads: the rows of these rules alone. */
    public static String write(String edition, Stream<RoutingRule> rules) {
        var header = Stream.of(EDITION + edition, String.join(",", RuleReader.COLUMNS));
        return Stream.concat(header, rules.map(RuleTable::row)).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String row(RoutingRule rule) {
        return RuleReader.COLUMNS.stream()
                .map(column -> cell(rule.cells().get(column)))
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
