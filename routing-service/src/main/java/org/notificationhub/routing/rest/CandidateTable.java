package org.notificationhub.routing.rest;

import java.util.Map;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RulesUnusable;
import org.notificationhub.routing.rule.RulesUnusable.Flaw;

/** A rule table that somebody sends. */
final class CandidateTable {

    /** Past this many, more flaws help nobody. */
    private static final int MOST_FLAWS = 1000;

    private CandidateTable() {}

    /** Refused with every flaw, each with its row. */
    static RoutingRules read(RuleBook ruleBook, String table) {
        try {
            return ruleBook.read(table == null ? "" : table);
        } catch (RulesUnusable e) {
            throw new Refusal(
                    ProblemKind.RULES_UNUSABLE,
                    ProblemKind.RULES_UNUSABLE.remedy(),
                    e.flaws().stream()
                            .limit(MOST_FLAWS)
                            .map(CandidateTable::fault)
                            .toList(),
                    Map.of());
        }
    }

    private static Fault fault(Flaw flaw) {
        return new Fault(flaw.row() == 0 ? "" : "/" + flaw.row(), "UNUSABLE", flaw.problem());
    }
}
