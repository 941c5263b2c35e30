package org.notificationhub.routing.rest;

import java.time.LocalDate;
import java.util.List;
import org.notificationhub.routing.rule.RoutingRule;

/**
 * A row of the rule table.
 *
 * @param duty {@code CQC_DIRECT}, {@code LFPSE_DISCHARGES} or {@code NOT_REQUIRED}
 * @param inForceTo the last day, or absent while it has none
 * @param confidence {@code certain}, {@code likely} or {@code uncertain}
 */
public record RuleView(
        String type,
        String title,
        String regulation,
        String providerClass,
        String duty,
        boolean lfpseAccepts,
        String timescale,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        String citation,
        String confidence) {

    static RuleView of(RoutingRule rule) {
        return new RuleView(
                rule.type(),
                rule.title(),
                rule.regulation(),
                rule.providerClass().name(),
                rule.duty().name(),
                rule.lfpseAccepts(),
                rule.timescale(),
                rule.inForceFrom(),
                rule.inForceTo(),
                rule.sources(),
                rule.confidence().word());
    }

    /** The cells of the table's own columns. */
    List<String> cells() {
        return List.of(
                type,
                title,
                regulation,
                providerClass,
                duty,
                lfpseAccepts ? "yes" : "no",
                timescale,
                inForceFrom.toString(),
                inForceTo == null ? "" : inForceTo.toString(),
                citation,
                confidence);
    }
}
