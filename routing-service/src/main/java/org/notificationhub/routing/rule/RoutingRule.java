package org.notificationhub.routing.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * What follows, while it is in force, for an event of one type at a provider of one class.
 *
 * @param regulation the duty's place in the law, in the table's short form
 * @param lfpseAccepts whether LfPSE takes events of this type at all
 * @param timescale the words of the limit, {@code n/a} where nothing is owed
 * @param inForceTo the last day, or null while it has none
 * @param sources what the row rests on
 */
public record RoutingRule(
        String type,
        String title,
        String regulation,
        ProviderClass providerClass,
        StatutoryDuty duty,
        boolean lfpseAccepts,
        String timescale,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        String sources,
        Confidence confidence) {

    public RoutingRule {
        if (regulation.isBlank() || sources.isBlank()) {
            throw new RulesUnusable(type + " for " + providerClass + " lacks a citation");
        }
        if (inForceTo != null && inForceTo.isBefore(inForceFrom)) {
            throw new RulesUnusable(type + " for " + providerClass + " ends before it begins");
        }
    }

    public List<Citation> citations() {
        return Citation.parse(regulation, sources, confidence);
    }

    /** The words of the limit and the law that sets it, or null where nothing is owed. */
    public String limit() {
        if (duty == StatutoryDuty.NOT_REQUIRED) {
            return null;
        }
        var law = citations().get(0);
        return timescale + " (" + law.instrument() + " " + law.provision() + ")";
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }

    boolean overlaps(RoutingRule later) {
        return inForceTo == null || !inForceTo.isBefore(later.inForceFrom);
    }
}
