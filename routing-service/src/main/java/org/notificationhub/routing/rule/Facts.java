package org.notificationhub.routing.rule;

import java.util.Map;

/** What is known of one event: by fact, {@code true} or {@code false}, a code, an instant or a day as ISO 8601 writes them. */
public record Facts(Map<String, String> known) {

    public Facts {
        known = Map.copyOf(known);
    }

    /** Null where nobody said. */
    String of(Fact fact) {
        return known.get(fact.name());
    }
}
