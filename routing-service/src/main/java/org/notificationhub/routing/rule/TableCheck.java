package org.notificationhub.routing.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.notificationhub.routing.rule.RulesUnusable.Flaw;

/** What a table of rules, each good in itself, can get wrong as a whole. */
final class TableCheck {

    /** The Registration Regulations came into force. */
    static final LocalDate BEGINNING = LocalDate.of(2010, 4, 1);

    private final Map<RuleKey, List<RoutingRule>> rules;
    private final List<Flaw> flaws = new ArrayList<>();

    private TableCheck(Map<RuleKey, List<RoutingRule>> rules) {
        this.rules = rules;
    }

    /** @param rules those of each key by their first day */
    static List<Flaw> flaws(Map<RuleKey, List<RoutingRule>> rules, Vocabulary vocabulary) {
        var check = new TableCheck(rules);
        for (var type : vocabulary.types()) {
            for (var providerClass : vocabulary.classes().all()) {
                check.everyDayHasOneRule(new RuleKey(type.code(), providerClass.code()));
            }
        }
        rules.keySet().forEach(check::noRuleGoesBeforeItself);
        rules.values().forEach(each -> each.forEach(check::theExemptionStaysWithinItsReach));
        return check.flaws;
    }

    private void everyDayHasOneRule(RuleKey key) {
        var next = BEGINNING;
        for (var rule : rules.getOrDefault(key, List.of())) {
            if (next == null || rule.inForceFrom().isBefore(next)) {
                found(key + " has two rules on " + rule.inForceFrom());
            } else if (rule.inForceFrom().isAfter(next)) {
                found(key + " has no rule on " + next);
            }
            next = rule.inForceTo() == null ? null : rule.inForceTo().plusDays(1);
        }
        if (next != null) {
            found(key + " has no rule on " + next);
        }
    }

    private void noRuleGoesBeforeItself(RuleKey key) {
        if (leadsTo(key, key.type(), new HashSet<>())) {
            found(key + " goes before itself");
        }
    }

    private boolean leadsTo(RuleKey from, String type, Set<RuleKey> seen) {
        return seen.add(from)
                && rules.getOrDefault(from, List.of()).stream()
                        .flatMap(rule -> rule.yields().stream())
                        .anyMatch(precedence -> precedence.type().equals(type)
                                || leadsTo(new RuleKey(precedence.type(), from.providerClass()), type, seen));
    }

    /** Only regs 16 and 18 know the exemption, and whoever is in no other class never has it. */
    private void theExemptionStaysWithinItsReach(RoutingRule rule) {
        if (rule.duty() != StatutoryDuty.LFPSE_DISCHARGES) {
            return;
        }
        if (rule.providerClass().isIndependent()) {
            found(rule + ": a report to LfPSE never discharges the duty of an independent provider");
        }
        if (rule.type().isRadiation()) {
            found(rule + ": a report to LfPSE never discharges a duty under IR(ME)R");
        }
        if (!rule.lfpseAccepts()) {
            found(rule + ": LfPSE cannot discharge a duty by what it does not take");
        }
    }

    private void found(String problem) {
        flaws.add(new Flaw(0, problem));
    }
}
