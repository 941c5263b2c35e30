package org.notificationhub.routing.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.decision.RuleVocabulary;

/** The shipped rule table, and short ways to ask it. */
final class Law {

    static final Vocabulary VOCABULARY = RuleVocabulary.shipped();
    static final RoutingRules RULES = RuleTable.read(RuleTable.shipped(), VOCABULARY);

    /** With these every condition of the table holds. */
    static final Map<String, String> FULFILLING = Map.of(
            "naturalCourse", "false",
            "unitSecurity", "LOW",
            "outcome", "GRANTED",
            "cause", "OTHER");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private Law() {}

    static RoutingDecision decide(String type, String providerClass, LocalDate on, Map<String, String> facts) {
        return RULES.decide(new Question(type, classOf(providerClass), on, new Facts(facts)));
    }

    static RoutingDecision decide(String type, String providerClass, Map<String, String> facts) {
        return decide(type, providerClass, TODAY, facts);
    }

    static ProviderClass classOf(String code) {
        return VOCABULARY.classes().find(code).orElseThrow();
    }

    static Clock clock(String type, Map<String, String> facts) {
        var all = new HashMap<>(FULFILLING);
        all.putAll(facts);
        return decide(type, "INDEPENDENT", all).clock();
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
