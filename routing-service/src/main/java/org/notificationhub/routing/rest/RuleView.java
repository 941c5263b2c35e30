package org.notificationhub.routing.rest;

import java.time.LocalDate;
import java.util.List;
import org.notificationhub.routing.rule.Citation;
import org.notificationhub.routing.rule.RoutingRule;

/**
 * A row of the rule table.
 *
 * @param duty {@code CQC_DIRECT}, {@code LFPSE_DISCHARGES}, {@code NOT_REQUIRED} or {@code HOLD}
 * @param onlyIf what must hold for the duty to exist, such as {@code naturalCourse=false}; absent where nothing must
 * @param otherwise why nothing is owed where it does not hold
 * @param yieldsTo the rules that go before this one, and when
 * @param because in one plain sentence
 * @param byWhen the limit as a person says it, and who set it; absent where nothing is owed
 * @param inForceTo the last day, or absent while it has none
 */
public record RuleView(
        String type,
        String title,
        String providerClass,
        String duty,
        String onlyIf,
        String otherwise,
        String yieldsTo,
        boolean lfpseAccepts,
        String because,
        String byWhen,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        List<CitationView> citations) {

    /** @param confidence how sure we are of the reading: {@code certain}, {@code likely} or {@code uncertain} */
    public record CitationView(String instrument, int year, String provision, String url, String confidence) {
        static CitationView of(Citation citation) {
            return new CitationView(
                    citation.instrument(),
                    citation.year(),
                    citation.provision(),
                    citation.url(),
                    citation.confidence().word());
        }
    }

    static RuleView of(RoutingRule rule) {
        return new RuleView(
                rule.type().code(),
                rule.type().title(),
                rule.providerClass().code(),
                rule.duty().name(),
                written(rule, "only_if"),
                rule.otherwise(),
                written(rule, "yields_to"),
                rule.lfpseAccepts(),
                rule.because(),
                rule.limit(),
                rule.inForceFrom(),
                rule.inForceTo(),
                rule.citations().stream().map(CitationView::of).toList());
    }

    private static String written(RoutingRule rule, String column) {
        var cell = rule.cells().get(column);
        return cell.isEmpty() ? null : cell;
    }
}
