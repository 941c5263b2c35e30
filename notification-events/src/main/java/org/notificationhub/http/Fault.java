package org.notificationhub.http;

import java.util.Comparator;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer JSON Pointer to the member at fault, empty for the whole body
 * @param code stable and documented, such as {@code REQUIRED}
 * @param detail a sentence for a person; never holds the submitted value
 */
public record Fault(String pointer, String code, String detail) implements Comparable<Fault> {

    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::pointer).thenComparing(Fault::code).thenComparing(Fault::detail);

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }
}
