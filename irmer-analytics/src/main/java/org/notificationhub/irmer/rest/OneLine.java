package org.notificationhub.irmer.rest;

import java.nio.charset.StandardCharsets;

/** Text that a database can hold and a line can show. */
final class OneLine {

    private OneLine() {}

    /** False with a control character, of which PostgreSQL refuses NUL, or with half of a surrogate pair. */
    static boolean is(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
