package org.notificationhub.local.reproduce;

/** Whether a figure that was published came out again. */
public enum Verdict {
    OK("OK"),
    DIFFERS("DIFFERS"),
    NOT_PUBLISHED("NOT PUBLISHED");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Verdict of(Object published, Object computed) {
        if (published == null) {
            return NOT_PUBLISHED;
        }
        return published.equals(computed) ? OK : DIFFERS;
    }
}
