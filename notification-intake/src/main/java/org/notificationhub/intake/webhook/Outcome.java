package org.notificationhub.intake.webhook;

/** What came of one attempt to tell a receiver. */
public enum Outcome {
    /** 2xx. */
    TAKEN,

    /** 410: the receiver wants no more. */
    GONE,

    /** Another 4xx. */
    REFUSED,

    /** 5xx, or what HTTP does not know. */
    FAILED,

    /** 3xx: where it leads has not been checked, so it is not followed. */
    REDIRECTED,

    NO_ANSWER,

    /** No connection, no TLS, or no such host. */
    UNREACHABLE,

    /** The host's name now leads where the hub does not send. */
    ADDRESS_REFUSED,

    /** A fault of ours. */
    NOT_SENT;

    static Outcome ofStatus(int status) {
        return switch (status / 100) {
            case 2 -> TAKEN;
            case 3 -> REDIRECTED;
            case 4 -> status == 410 ? GONE : REFUSED;
            default -> FAILED;
        };
    }
}
