package org.notificationhub.routing.delivery.lfpse;

import java.util.Map;
import java.util.Optional;

/**
 * LfPSE's age brackets (code list {@code age-brackets-5}) for CQC's age bands. The two are cut differently: a band that
 * reaches into two brackets has none.
 */
final class AgeBracket {

    private static final Map<String, String> BY_BAND = Map.of(
            "1-4", "4",
            "12-15", "6",
            "16-17", "7",
            "18-24", "8",
            "35-44", "9",
            "55-64", "10",
            "75-84", "11",
            "85+", "12");

    private AgeBracket() {}

    static Optional<String> of(String ageBand) {
        return Optional.ofNullable(ageBand).map(BY_BAND::get);
    }
}
