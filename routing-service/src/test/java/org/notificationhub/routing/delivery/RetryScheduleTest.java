package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(ChannelConfig.at(URI.create("http://localhost")));

    @ParameterizedTest(name = "after attempt {0} at most {1}")
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "10, PT4H16M", "11, PT6H", "1000, PT6H"})
    void theLongestWaitDoublesUpToSixHours(int attempts, Duration longest) {
        assertThat(schedule.longest(attempts)).isEqualTo(longest);
    }

    @RepeatedTest(20)
    void theWaitIsAnywhereWithinIt() {
        assertThat(schedule.after(3, null)).isBetween(Duration.ZERO, Duration.ofMinutes(2));
    }

    @RepeatedTest(20)
    void whatTheAuthorityAsksForIsTheLeast() {
        assertThat(schedule.after(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(schedule.after(1, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nobodyCanAskForMoreThanTheLongestWait() {
        assertThat(schedule.after(1, Duration.ofDays(400))).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void twelveAttemptsAreAllThereAre() {
        assertThat(schedule.isUsedUp(11)).isFalse();
        assertThat(schedule.isUsedUp(12)).isTrue();
    }
}
