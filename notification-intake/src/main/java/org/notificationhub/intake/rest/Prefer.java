package org.notificationhub.intake.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code wait} preference of RFC 7240. What it does not say, or says wrongly, is passed over, as the RFC asks. */
final class Prefer {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\"?(?:$|[,;\\s])");

    private Prefer() {}

    static Optional<Duration> wait(String header, Duration longest) {
        if (header == null) {
            return Optional.empty();
        }
        var wait = WAIT.matcher(header);
        if (!wait.find()) {
            return Optional.empty();
        }
        var asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return Optional.of(asked.compareTo(longest) > 0 ? longest : asked);
    }
}
