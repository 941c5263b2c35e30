package org.notificationhub.maternity.feedback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.MaternityConfig;

/**
 * How many answers come from one address: so many at once, and one more as each pause passes. An address is known by a hash
 * whose salt is forgotten within the hour, in memory alone; by then nobody could say whose it was.
 */
@Singleton
public class AnswerLimit {

    private static final Duration SALT_LIVES = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 100_000;
    private static final int IPV6_NETWORK = 8;

    private final int atOnce;
    private final Duration pause;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Hour hour;

    AnswerLimit(MaternityConfig config, Clock clock) {
        this.atOnce = config.feedback().atOnce();
        this.pause = config.feedback().pause();
        this.clock = clock;
        this.hour = new Hour(clock.instant(), salt(), addresses());
    }

    /** Refused where the address has none left. */
    public void take(String address) {
        var now = clock.instant();
        var current = current(now);
        var bucket = current.left.asMap().compute(current.hash(network(address)), (key, before) -> {
            var filled = before == null ? new Bucket(atOnce, now, true) : before.filled(now, pause, atOnce);
            return filled.taken();
        });
        if (!bucket.given) {
            throw tooMany(bucket.next(pause, now));
        }
    }

    private Refusal tooMany(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Refusal(
                ProblemKind.TOO_MANY,
                ProblemKind.TOO_MANY.remedy(),
                List.of(),
                Map.of(
                        "Retry-After",
                        Long.toString(seconds),
                        "RateLimit-Policy",
                        "\"default\";q=%d;w=%d"
                                .formatted(atOnce, pause.multipliedBy(atOnce).toSeconds()),
                        "RateLimit",
                        "\"default\";r=0;t=%d".formatted(seconds)));
    }

    private synchronized Hour current(Instant now) {
        if (!now.isBefore(hour.begins.plus(SALT_LIVES))) {
            hour = new Hour(now, salt(), addresses());
        }
        return hour;
    }

    private byte[] salt() {
        var salt = new byte[32];
        random.nextBytes(salt);
        return salt;
    }

    private static Cache<ByteBuffer, Bucket> addresses() {
        return Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    }

    /** Whoever has one IPv6 address has all of its network. An address in figures is never looked up. */
    private static byte[] network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK);
        } catch (UnknownHostException notInFigures) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Hour(Instant begins, byte[] salt, Cache<ByteBuffer, Bucket> left) {

        ByteBuffer hash(byte[] address) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(salt);
                return ByteBuffer.wrap(digest.digest(address));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** @param given whether the last who asked was given one */
    private record Bucket(int tokens, Instant filledAt, boolean given) {

        Bucket filled(Instant now, Duration pause, int most) {
            var passed = Duration.between(filledAt, now).dividedBy(pause);
            return tokens + passed >= most
                    ? new Bucket(most, now, given)
                    : new Bucket((int) (tokens + passed), filledAt.plus(pause.multipliedBy(passed)), given);
        }

        Bucket taken() {
            return tokens == 0 ? new Bucket(0, filledAt, false) : new Bucket(tokens - 1, filledAt, true);
        }

        Duration next(Duration pause, Instant now) {
            return Duration.between(now, filledAt.plus(pause));
        }
    }
}
