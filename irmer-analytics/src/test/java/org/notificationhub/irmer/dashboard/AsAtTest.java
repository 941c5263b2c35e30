package org.notificationhub.irmer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsAtTest {

    /** In winter London is at UTC, in summer an hour ahead; a day means its end. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "5:30pm on 1 April 2026, 2026-04-01T16:30:00Z",
        "5.30PM 1 april 2026, 2026-04-01T16:30:00Z",
        "midday on 1 January 2026, 2026-01-01T12:00:00Z",
        "midnight on 1 January 2026, 2026-01-01T00:00:00Z",
        "12am on 1 January 2026, 2026-01-01T00:00:00Z",
        "12pm on 1 January 2026, 2026-01-01T12:00:00Z",
        "1 April 2026, 2026-04-01T22:59:59.999Z",
        "2026-04-01, 2026-04-01T22:59:59.999Z",
        "29 March 2026, 2026-03-29T22:59:59.999Z",
        "2026-04-01T17:30:00+01:00, 2026-04-01T16:30:00Z",
        "' 31  March 2026 ', 2026-03-31T22:59:59.999Z",
    })
    void aTimeIsReadAsPeopleWriteIt(String written, Instant meant) {
        assertThat(AsAt.read(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "13pm on 1 April 2026",
                "0am on 1 April 2026",
                "31 February 2026",
                "01/04/26",
                "1 April",
                "5:75pm on 1 April 2026"
            })
    void whatIsNoTimeIsNone(String written) {
        assertThat(AsAt.read(written)).isEmpty();
    }
}
