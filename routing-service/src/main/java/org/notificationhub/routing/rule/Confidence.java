package org.notificationhub.routing.rule;

import java.util.Locale;

/** How sure we are of our reading of the law. */
public enum Confidence {
    CERTAIN,
    LIKELY,
    UNCERTAIN;

    /** As the rule table writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
