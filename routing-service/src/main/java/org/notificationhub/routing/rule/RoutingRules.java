package org.notificationhub.routing.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rule table. One with a gap, an overlap or a rule without law cannot be made. */
public final class RoutingRules {

    private final String version;
    private final Map<Key, List<RoutingRule>> rules;

    /** @param version the edition of the table, such as {@code 2026-11-23} */
    public RoutingRules(String version, List<RoutingRule> rules) {
        this.version = version;
        this.rules = rules.stream()
                .sorted(Comparator.comparing(RoutingRule::inForceFrom))
                .collect(Collectors.groupingBy(Key::of, TreeMap::new, Collectors.toList()));
        refuseGaps();
        this.rules.values().forEach(RoutingRules::refuseUnusable);
    }

    public String version() {
        return version;
    }

    public Set<String> types() {
        return rules.keySet().stream().map(Key::type).collect(Collectors.toUnmodifiableSet());
    }

    /** @param on the day whose law applies */
    public RoutingDecision decide(String type, ProviderClass providerClass, LocalDate on) {
        return of(type, providerClass).stream()
                .filter(rule -> rule.inForceOn(on))
                .findFirst()
                .map(RoutingRules::decision)
                .orElseGet(() -> new RoutingDecision.Hold(on));
    }

    /** By type and class. */
    public List<RoutingRule> inForceOn(LocalDate day) {
        return rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.inForceOn(day))
                .toList();
    }

    /** The earliest first; none where the table does not know the type. */
    public List<RoutingRule> of(String type, ProviderClass providerClass) {
        return rules.getOrDefault(new Key(type, providerClass), List.of());
    }

    private static RoutingDecision decision(RoutingRule rule) {
        return switch (rule.duty()) {
            case CQC_DIRECT -> new RoutingDecision.NotifyCqc(rule);
            case LFPSE_DISCHARGES -> new RoutingDecision.NotifyLfpse(rule);
            case NOT_REQUIRED -> new RoutingDecision.NotRequired(rule);
        };
    }

    private void refuseGaps() {
        if (rules.isEmpty()) {
            throw new RulesUnusable("it is empty");
        }
        for (var type : types()) {
            Arrays.stream(ProviderClass.values())
                    .filter(providerClass -> !rules.containsKey(new Key(type, providerClass)))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new RulesUnusable(type + " has no rule for " + missing);
                    });
        }
    }

    private static void refuseUnusable(List<RoutingRule> inOrder) {
        inOrder.forEach(RoutingRule::citations);
        for (var i = 1; i < inOrder.size(); i++) {
            var rule = inOrder.get(i);
            if (inOrder.get(i - 1).overlaps(rule)) {
                throw new RulesUnusable(
                        rule.type() + " for " + rule.providerClass() + " has two rules on " + rule.inForceFrom());
            }
        }
    }

    private record Key(String type, ProviderClass providerClass) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::type).thenComparing(Key::providerClass);

        static Key of(RoutingRule rule) {
            return new Key(rule.type(), rule.providerClass());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
