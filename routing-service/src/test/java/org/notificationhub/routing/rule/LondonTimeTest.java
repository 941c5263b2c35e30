package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-04-01T16:30:00Z, 5:30pm on 1 April 2026",
        "2026-01-09T09:05:59Z, 9:05am on 9 January 2026",
        "2026-03-29T00:59:59.999Z, 12:59am on 29 March 2026",
        "2026-03-29T01:00:00Z, 2am on 29 March 2026",
        "2026-10-25T01:00:00Z, 1am on 25 October 2026",
        "2026-03-31T23:00:00Z, midnight on 1 April 2026",
        "2026-02-28T12:00:30Z, midday on 28 February 2026"
    })
    void aTimeIsSaidAsPeopleInEnglandSayIt(Instant instant, String words) {
        assertThat(LondonTime.of(instant)).isEqualTo(words);
    }
}
