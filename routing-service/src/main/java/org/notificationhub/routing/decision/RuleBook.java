package org.notificationhub.routing.decision;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.notificationhub.routing.rule.Confidence;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RulesUnusable;
import org.notificationhub.routing.rule.StatutoryDuty;

/** The rule table this service ships. With an unusable one it does not start. */
@Startup
@ApplicationScoped
public class RuleBook {

    private static final String EDITION = "# edition ";

    private final RoutingRules rules;

    RuleBook() {
        rules = read(CsvTable.text("rules/statutory-duties.csv"));
    }

    public RoutingRules rules() {
        return rules;
    }

    /** @param text the table, its first line naming the edition */
    public static RoutingRules read(String text) {
        if (!text.startsWith(EDITION)) {
            throw new RulesUnusable("its first line does not name its edition");
        }
        var edition = text.substring(EDITION.length(), text.indexOf('\n')).strip();
        List<RoutingRule> rules =
                CsvTable.rows(text).stream().map(RuleBook::rule).toList();
        return new RoutingRules(edition, rules);
    }

    private static RoutingRule rule(Map<String, String> row) {
        return new RoutingRule(
                row.get("notification_type"),
                row.get("title"),
                row.get("regulation"),
                ProviderClass.valueOf(row.get("provider_class")),
                StatutoryDuty.valueOf(row.get("duty")),
                row.get("lfpse_accepts").equals("yes"),
                row.get("timescale"),
                LocalDate.parse(row.get("in_force_from")),
                row.get("in_force_to").isEmpty() ? null : LocalDate.parse(row.get("in_force_to")),
                row.get("citation"),
                Confidence.of(row.get("confidence")));
    }
}
