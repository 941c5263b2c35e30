package org.notificationhub.maternity.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.MaternityConfig;

class AnswerLimitTest {

    private static final String READER = "198.51.100.7";

    private final SetClock clock = new SetClock();
    private final AnswerLimit limit = new AnswerLimit(new ThreeAtOnce(), clock);

    @Test
    void soManyAtOnceAndThenOneForEachPause() {
        take(READER, 3);
        assertThat(refusal(READER).kind()).isEqualTo(ProblemKind.TOO_MANY);

        clock.pass(Duration.ofSeconds(10));

        take(READER, 1);
        assertThat(refusal(READER)).isNotNull();
    }

    @Test
    void itSaysWhenToComeBack() {
        take(READER, 3);
        clock.pass(Duration.ofMillis(2_500));

        assertThat(refusal(READER).headers())
                .containsEntry("Retry-After", "8")
                .containsEntry("RateLimit-Policy", "\"default\";q=3;w=30")
                .containsEntry("RateLimit", "\"default\";r=0;t=8");
    }

    @Test
    void whoAsksInVainWaitsNoLonger() {
        take(READER, 3);
        for (var second = 0; second < 9; second++) {
            clock.pass(Duration.ofSeconds(1));
            assertThat(refusal(READER)).isNotNull();
        }
        clock.pass(Duration.ofSeconds(1));

        take(READER, 1);
    }

    @Test
    void nothingIsSavedUpBeyondWhatMayComeAtOnce() {
        take(READER, 1);
        clock.pass(Duration.ofMinutes(30));

        take(READER, 3);
        assertThat(refusal(READER)).isNotNull();
    }

    @Test
    void anotherReaderIsNotHeldUp() {
        take(READER, 3);

        take("198.51.100.8", 3);
        take("2001:db8:1:1::1", 3);
    }

    @Test
    void anIpv6NetworkIsOneReader() {
        take("2001:db8::1", 3);

        assertThat(refusal("2001:db8::ffff:2")).isNotNull();
        take("2001:db8:0:1::1", 3);
    }

    @Test
    void withinTheHourEveryAddressIsForgotten() {
        take(READER, 3);
        clock.pass(Duration.ofHours(1));

        take(READER, 3);
    }

    private void take(String address, int times) {
        for (var i = 0; i < times; i++) {
            assertThatCode(() -> limit.take(address)).doesNotThrowAnyException();
        }
    }

    private Refusal refusal(String address) {
        var thrown = new Refusal[1];
        assertThatThrownBy(() -> limit.take(address))
                .isInstanceOfSatisfying(Refusal.class, refusal -> thrown[0] = refusal);
        return thrown[0];
    }

    private static final class ThreeAtOnce implements MaternityConfig {

        @Override
        public Site site() {
            return () -> Optional.<URI>empty();
        }

        @Override
        public Feedback feedback() {
            return new Feedback() {
                @Override
                public int atOnce() {
                    return 3;
                }

                @Override
                public Duration pause() {
                    return Duration.ofSeconds(10);
                }
            };
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-11-28T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
