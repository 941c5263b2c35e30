package org.notificationhub.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.notificationhub.intake.IntakeConfig;

/**
 * What follows from an attempt. Only 410 and days of failing suspend a webhook: a single 4xx may be a proxy's, or a deployment's
 * in the middle, and says nothing about tomorrow.
 */
@ApplicationScoped
class RetryRule {

    private final IntakeConfig.Webhooks config;

    RetryRule(IntakeConfig config) {
        this.config = config.webhooks();
    }

    /**
     * @param failures in a row, this one not counted
     * @param failingSince null where the attempt before this one was taken
     */
    Consequence after(Attempt attempt, int failures, Instant failingSince, Instant now) {
        if (attempt.outcome() == Outcome.TAKEN) {
            return new Consequence.GoOn();
        }
        if (attempt.outcome() == Outcome.GONE) {
            return new Consequence.Suspend(SuspensionReason.GONE);
        }
        var end = (failingSince == null ? now : failingSince).plus(config.giveUpAfter());
        return now.isBefore(end)
                ? new Consequence.TryAgain(earlier(now.plus(pause(failures, attempt.retryAfter())), end))
                : new Consequence.Suspend(SuspensionReason.FAILED_TOO_LONG);
    }

    /** Twice as long each time up to a limit, and anywhere within it, so that receivers are not all asked at once. */
    private Duration pause(int failures, Duration asked) {
        var longest = longest(failures).toMillis();
        var jittered = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest + 1));
        return asked != null && asked.compareTo(jittered) > 0 ? asked : jittered;
    }

    private Duration longest(int failures) {
        var doubled = config.firstRetry().multipliedBy(1L << Math.min(failures, 30));
        return doubled.compareTo(config.longestRetry()) < 0 ? doubled : config.longestRetry();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
