package org.notificationhub.lfpse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.notificationhub.lfpse.Fault.Severity;

/**
 * A row of the table of rules: what must, or must not, be answered once something else is.
 *
 * @param events empty for all
 * @param questions of which one at least is required, or each is forbidden
 */
record Rule(
        String code,
        Set<EventType> events,
        Part part,
        String asks,
        Condition condition,
        Consequence then,
        List<String> questions,
        String text,
        Severity severity) {

    enum Consequence {
        REQUIRED,
        FORBIDDEN
    }

    /** Those that this version has the questions for. */
    static List<Rule> read(Taxonomy taxonomy) {
        return Table.read(taxonomy.version().rules())
                .map(Rule::of)
                .map(rule -> rule.in(taxonomy))
                .filter(rule -> !rule.questions.isEmpty() && (rule.asks.isEmpty() || rule.knows(rule.asks, taxonomy)))
                .toList();
    }

    void check(Subject subject, Taxonomy taxonomy, Faults faults) {
        if (!appliesTo(subject.event().type()) || !condition.holds(subject)) {
            return;
        }
        switch (then) {
            case REQUIRED -> {
                if (questions.stream().noneMatch(subject::has)) {
                    faults.add(fault(subject, taxonomy, questions.get(0)));
                }
            }
            case FORBIDDEN -> {
                for (var question : questions) {
                    if (subject.has(question)) {
                        faults.add(fault(subject, taxonomy, question));
                    }
                }
            }
        }
    }

    /** Where the type of the event could not be read, no rule of one type is broken. */
    private boolean appliesTo(EventType type) {
        return events.isEmpty() || events.contains(type);
    }

    private Fault fault(Subject subject, Taxonomy taxonomy, String question) {
        return new Fault(severity, code, subject.location(taxonomy, question), subject.pointer(question), text);
    }

    private Rule in(Taxonomy taxonomy) {
        var known =
                questions.stream().filter(question -> knows(question, taxonomy)).toList();
        return new Rule(code, events, part, asks, condition, then, known, text, severity);
    }

    private boolean knows(String question, Taxonomy taxonomy) {
        return Subject.isOwn(part, question) || taxonomy.question(part, question) != null;
    }

    private static Rule of(Table.Row row) {
        return new Rule(
                row.get("rule"),
                row.several("events").stream().map(EventType::valueOf).collect(Collectors.toSet()),
                Part.of(row.get("resource")),
                row.get("when"),
                Condition.of(row.get("when"), row.get("is")),
                Consequence.valueOf(row.get("then")),
                row.several("questions"),
                row.get("text"),
                severity(row.get("confidence")));
    }

    /** What is only inferred about LfPSE refuses nothing. */
    private static Severity severity(String confidence) {
        return switch (confidence) {
            case "certain", "likely" -> Severity.ERROR;
            case "assumed" -> Severity.WARNING;
            default -> throw new IllegalStateException("no such confidence: " + confidence);
        };
    }
}
