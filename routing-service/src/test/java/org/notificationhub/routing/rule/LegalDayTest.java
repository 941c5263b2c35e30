package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalDayTest {

    @ParameterizedTest(name = "{0} is {1} in London")
    @CsvSource(textBlock = """
        2026-03-29T00:59:59Z, 2026-03-29
        2026-03-31T22:59:59Z, 2026-03-31
        2026-03-31T23:30:00Z, 2026-04-01
        2026-10-25T23:30:00Z, 2026-10-25
        2024-02-29T23:59:59Z, 2024-02-29
        """)
    void theLegalDayIsTheDateInLondon(Instant instant, LocalDate day) {
        assertThat(LegalDay.of(instant)).isEqualTo(day);
    }
}
