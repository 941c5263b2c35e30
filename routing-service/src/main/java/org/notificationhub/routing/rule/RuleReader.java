package org.notificationhub.routing.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.notificationhub.routing.rule.RoutingRule.Precedence;
import org.notificationhub.routing.rule.RulesUnusable.Flaw;

/** Reads a rule table from its rows, keeping every flaw. */
public final class RuleReader {

    /** In the order of the table. */
    public static final List<String> COLUMNS = List.of(
            "notification_type",
            "provider_class",
            "in_force_from",
            "in_force_to",
            "duty",
            "only_if",
            "otherwise",
            "yields_to",
            "lfpse_accepts",
            "copy_if",
            "quotes",
            "because",
            "clock",
            "clock_source",
            "by_when",
            "instrument",
            "year",
            "provision",
            "url",
            "further",
            "confidence");

    private static final Pattern INSTRUMENT = Pattern.compile("SI \\d{4}/\\d+");
    private static final Pattern FURTHER = Pattern.compile("(SI (\\d{4})/\\d+) (.+) (https?://\\S+)");
    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private final Vocabulary vocabulary;
    private final Map<String, EventType> types;
    private final Clauses clauses;

    public RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.types = vocabulary.typesByCode();
        this.clauses = new Clauses(vocabulary.facts());
    }

    /** @param rows each by column name, an empty cell an empty text */
    public RoutingRules read(String version, List<Map<String, String>> rows) {
        var rules = new ArrayList<RoutingRule>();
        var flaws = new ArrayList<Flaw>();
        for (var row = 0; row < rows.size(); row++) {
            try {
                rules.add(rule(new RuleRow(rows.get(row))));
            } catch (IllegalArgumentException e) {
                flaws.add(new Flaw(row + 1, e.getMessage()));
            }
        }
        if (!flaws.isEmpty()) {
            throw new RulesUnusable(flaws);
        }
        return new RoutingRules(version, vocabulary, rules);
    }

    private RoutingRule rule(RuleRow row) {
        var from = row.day("in_force_from");
        var to = row.isEmpty("in_force_to") ? null : row.day("in_force_to");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
        var duty = row.code("duty", StatutoryDuty.class);
        var conditional = !row.isEmpty("only_if");
        return new RoutingRule(
                type(row.given("notification_type")),
                providerClass(row.given("provider_class")),
                from,
                to,
                duty,
                conditional ? clauses.condition(row.text("only_if")) : Condition.ALWAYS,
                conditional ? row.sentence("otherwise") : null,
                row.parts("yields_to", this::precedence),
                row.yes("lfpse_accepts"),
                row.isEmpty("copy_if") ? Condition.NEVER : clauses.condition(row.text("copy_if")),
                row.isEmpty("quotes") ? List.of() : clauses.facts(row.text("quotes")),
                row.sentence("because"),
                duty.isOwed() ? timetable(row) : null,
                citations(row),
                row.cells());
    }

    private EventType type(String code) {
        var type = types.get(code);
        if (type == null) {
            throw new IllegalArgumentException("it names a notification type that is not known");
        }
        return type;
    }

    private ProviderClass providerClass(String code) {
        return vocabulary
                .classes()
                .find(code)
                .orElseThrow(() -> new IllegalArgumentException("its provider_class is not known"));
    }

    private Precedence precedence(String text) {
        var precedence = clauses.precedence(text);
        type(precedence.type());
        return precedence;
    }

    private Timetable timetable(RuleRow row) {
        row.given("clock");
        return new Timetable(
                row.parts("clock", clauses::clock), row.code("clock_source", ClockSource.class), row.given("by_when"));
    }

    private static List<Citation> citations(RuleRow row) {
        var confidence = row.code("confidence", Confidence.class);
        var instrument = row.matching("instrument", INSTRUMENT);
        var year = row.given("year");
        if (!instrument.startsWith("SI " + year + "/")) {
            throw new IllegalArgumentException("its year is not that of its instrument");
        }
        var own = new Citation(
                instrument, Integer.parseInt(year), row.given("provision"), row.matching("url", URL), confidence);
        return Stream.concat(Stream.of(own), row.parts("further", text -> further(text, confidence)).stream())
                .toList();
    }

    private static Citation further(String text, Confidence confidence) {
        var further = FURTHER.matcher(text);
        if (!further.matches()) {
            throw new IllegalArgumentException("a further citation cannot be read");
        }
        return new Citation(
                further.group(1), Integer.parseInt(further.group(2)), further.group(3), further.group(4), confidence);
    }
}
