package org.notificationhub.routing.rule;

import java.util.Comparator;

/** Which rules belong together: those of one type and one class, one after another. */
record RuleKey(String type, String providerClass) implements Comparable<RuleKey> {

    private static final Comparator<RuleKey> ORDER =
            Comparator.comparing(RuleKey::type).thenComparing(RuleKey::providerClass);

    static RuleKey of(RoutingRule rule) {
        return new RuleKey(rule.type().code(), rule.providerClass().code());
    }

    @Override
    public int compareTo(RuleKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + " for " + providerClass;
    }
}
