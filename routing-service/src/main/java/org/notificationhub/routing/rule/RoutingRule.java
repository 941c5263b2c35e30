package org.notificationhub.routing.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What follows, while it is in force, for an event of one type at a provider of one class.
 *
 * @param inForceTo the last day, or null while it has none
 * @param onlyIf what must hold for the duty to exist
 * @param otherwise why nothing is owed where that does not hold, in one plain sentence
 * @param yields the rules that go before this one
 * @param lfpseAccepts whether LfPSE takes events of this type at all
 * @param copyIf when LfPSE is told as well
 * @param quotes the facts CQC must then be given
 * @param because in one plain sentence
 * @param timetable null where nothing is owed
 * @param citations the duty's own place first
 * @param cells as the table writes them, by column
 */
public record RoutingRule(
        EventType type,
        ProviderClass providerClass,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        StatutoryDuty duty,
        Condition onlyIf,
        String otherwise,
        List<Precedence> yields,
        boolean lfpseAccepts,
        Condition copyIf,
        List<Fact> quotes,
        String because,
        Timetable timetable,
        List<Citation> citations,
        Map<String, String> cells) {

    /** The rule for {@code type} goes before where {@code when} holds. */
    record Precedence(String type, Condition when) {}

    /** The types whose rules may go before this one. */
    public List<String> precededBy() {
        return yields.stream().map(Precedence::type).toList();
    }

    public Citation law() {
        return citations.get(0);
    }

    /** The limit as a person says it, and who set it; null where nothing is owed. */
    public String limit() {
        if (timetable == null) {
            return null;
        }
        return timetable.words()
                + switch (timetable.source()) {
                    case STATUTE -> " (" + law().instrument() + " " + law().provision() + ")";
                    case CQC_GUIDANCE -> " (CQC guidance)";
                    case OWN_TARGET -> " (the provider's own target)";
                };
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }

    @Override
    public String toString() {
        return type.code() + " for " + providerClass + " from " + inForceFrom;
    }
}
