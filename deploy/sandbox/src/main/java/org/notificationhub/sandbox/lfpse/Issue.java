package org.notificationhub.sandbox.lfpse;

/**
 * One thing wrong with an AdverseEvent.
 *
 * @param rule stable code of the rule that is broken; null for what the parser cannot read
 * @param location FHIRPath of the element
 */
record Issue(String rule, String location, String text) {

    static Issue unreadable(String location, String text) {
        return new Issue(null, location, text);
    }

    boolean isUnreadable() {
        return rule == null;
    }
}
