package org.notificationhub.routing.rule;

/** The rule table has a gap, an overlap or a row without law: nothing may be decided by it. */
public final class RulesUnusable extends RuntimeException {

    public RulesUnusable(String because) {
        super("The rule table cannot be used: " + because);
    }
}
