package org.notificationhub.routing.delivery.destination;

/** What an answer says about the destination, whatever it says about what was sent. */
public enum Sign {
    /** It works. A refusal of the content says so too. */
    WELL,
    /** It works, and wants less of it: 429. */
    BUSY,
    /** It does not work, and says for how long: 503. */
    UNAVAILABLE,
    /** It does not work: not reached, silent, cut off, or any other 5xx. */
    TROUBLED,
    /** Nothing: it was not asked, or the fault was ours. */
    NONE;

    /** RFC 9110 and RFC 6585 let these two say when to come back, and mean everybody. */
    boolean holdsAllBack() {
        return this == BUSY || this == UNAVAILABLE;
    }
}
