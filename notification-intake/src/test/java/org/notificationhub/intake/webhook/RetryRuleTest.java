package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final RetryRule rule = new RetryRule(Settings.usual());

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void any2xxIsSuccess(int status) {
        assertThat(rule.after(Attempt.answered(status, null), 0, null, NOW)).isEqualTo(new Consequence.GoOn());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 405, 413, 422, 429, 500, 503})
    void noOtherAnswerSuspendsAWebhook(int status) {
        assertThat(rule.after(Attempt.answered(status, null), 0, null, NOW)).isInstanceOf(Consequence.TryAgain.class);
    }

    @Test
    void goneSuspendsAtOnce() {
        assertThat(rule.after(Attempt.answered(410, null), 0, null, NOW))
                .isEqualTo(new Consequence.Suspend(SuspensionReason.GONE));
    }

    @Test
    void aReceiverThatFailsForDaysIsSuspendedAndNotBefore() {
        var failure = Attempt.unanswered(Outcome.UNREACHABLE);

        assertThat(rule.after(failure, 900, NOW.minus(Duration.ofDays(5)).plusSeconds(1), NOW))
                .isInstanceOf(Consequence.TryAgain.class);
        assertThat(rule.after(failure, 1, NOW.minus(Duration.ofDays(5)), NOW))
                .isEqualTo(new Consequence.Suspend(SuspensionReason.FAILED_TOO_LONG));
    }

    @Test
    void retryAfterIsInSeconds() {
        assertThat(next(0, Duration.ofSeconds(3_600))).isEqualTo(NOW.plusSeconds(3_600));
    }

    @Test
    void aReceiverCannotPutTheHubOffForEver() {
        assertThat(next(0, Duration.ofDays(3_650))).isEqualTo(NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void aShortRetryAfterDoesNotShortenThePause() {
        var pauses = Stream.generate(() -> Duration.between(NOW, next(20, Duration.ofSeconds(-1))))
                .limit(200)
                .toList();

        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofHours(1)) > 0);
    }

    @ParameterizedTest(name = "after {0} failures within {1} s")
    @CsvSource({"0, 30", "1, 60", "4, 480", "10, 21600", "400, 21600"})
    void pausesDoubleUpToALimitAndAreAnywhereWithinIt(int failures, long longest) {
        var pauses = Stream.generate(() -> Duration.between(NOW, next(failures, null)))
                .limit(500)
                .toList();

        assertThat(pauses).allMatch(pause -> !pause.isNegative() && pause.compareTo(Duration.ofSeconds(longest)) <= 0);
        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(longest / 4)) < 0);
        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(longest * 3 / 4)) > 0);
    }

    private Instant next(int failures, Duration retryAfter) {
        var consequence = rule.after(Attempt.answered(503, retryAfter), failures, NOW, NOW);
        return ((Consequence.TryAgain) consequence).at();
    }
}
