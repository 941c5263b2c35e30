package org.notificationhub.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59.999Z, 12:59am on 29 March 2026",
        "2026-03-29T01:00:00Z, 2am on 29 March 2026",
        "2026-10-25T01:30:00Z, 1:30am on 25 October 2026",
        "2026-03-31T23:00:00Z, midnight on 1 April 2026",
        "2026-04-01T11:00:30Z, midday on 1 April 2026",
        "2026-04-01T16:05:00Z, 5:05pm on 1 April 2026",
    })
    void aTimeIsTheOneOnClocksInLondon(Instant instant, String written) {
        assertThat(LondonTime.of(instant)).isEqualTo(written);
    }
}
