package org.notificationhub.routing.delivery;

/** How much of the time to meet a duty has passed, in the steps that are worth saying. */
public enum Warning {
    NONE(0, "None"),
    HALF(50, "Half"),
    MOST(80, "Four fifths"),
    PASSED(100, "All");

    private final int percent;
    private final String words;

    Warning(int percent, String words) {
        this.percent = percent;
        this.words = words;
    }

    int percent() {
        return percent;
    }

    String words() {
        return words;
    }
}
