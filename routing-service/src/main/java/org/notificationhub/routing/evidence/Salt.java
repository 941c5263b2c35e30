package org.notificationhub.routing.evidence;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What makes a hash of something short or guessable say nothing to those who do not have it. */
public final class Salt {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Salt() {}

    /** In hexadecimal. */
    public static String next() {
        var salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
