package org.notificationhub.local.reproduce;

/** What is wrong with the figures of a file, and on which line. */
public record Fault(Place place, String says) {

    /** @param line from 1, the header's */
    public record Place(String file, int line) {
        @Override
        public String toString() {
            return "%s, line %d".formatted(file, line);
        }
    }

    @Override
    public String toString() {
        return place + ": " + says;
    }
}
