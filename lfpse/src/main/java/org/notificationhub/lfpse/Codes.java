package org.notificationhub.lfpse;

import java.util.Map;
import java.util.regex.Pattern;

/** What an answer may say, beyond its type. */
sealed interface Codes {

    boolean allow(String answer);

    /** A list that is not public, or a text. */
    record Any() implements Codes {
        @Override
        public boolean allow(String answer) {
            return true;
        }
    }

    record Listed(Map<String, String> displays) implements Codes {
        @Override
        public boolean allow(String answer) {
            return displays.containsKey(answer);
        }
    }

    /** ODS knows its codes, and they change daily; the taxonomy's own copy is old. */
    record Shaped(Pattern pattern) implements Codes {
        @Override
        public boolean allow(String answer) {
            return pattern.matcher(answer).matches();
        }
    }
}
