package org.notificationhub.criteria;

/** How sure we are of a row's text. */
public enum Confidence {
    /** Read in an official source. */
    CERTAIN,
    /** From a secondary source, or a small inference from an official one. */
    LIKELY,
    /** Not read: general knowledge, or known only to exist. Decides nothing. */
    UNCERTAIN
}
