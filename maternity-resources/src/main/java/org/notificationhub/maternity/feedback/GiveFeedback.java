package org.notificationhub.maternity.feedback;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** Takes what a reader says, and keeps nothing of who says it. */
@Singleton
public class GiveFeedback {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ResourceCatalogue catalogue;
    private final FeedbackRepository feedback;
    private final MeterRegistry metrics;
    private final Clock clock;

    GiveFeedback(ResourceCatalogue catalogue, FeedbackRepository feedback, MeterRegistry metrics, Clock clock) {
        this.catalogue = catalogue;
        this.feedback = feedback;
        this.metrics = metrics;
        this.clock = clock;
        for (var useful : Useful.values()) {
            count(useful, 0);
        }
    }

    /**
     * @param requestKey the caller's own name for the request, or null
     * @return whether it is new, and not a repeat under the same key
     */
    public boolean give(FeedbackDraft draft, String requestKey) {
        var given = draft.checked(catalogue);
        var kept = requestKey == null ? null : sha256(requestKey);
        if (feedback.add(given, YearMonth.from(clock.instant().atZone(LONDON)), kept)) {
            count(given.useful(), 1);
            return true;
        }
        if (!feedback.sentBefore(kept).equals(Optional.of(given))) {
            throw new Refusal(ProblemKind.IDEMPOTENCY_KEY_REUSED, ProblemKind.IDEMPOTENCY_KEY_REUSED.remedy());
        }
        return false;
    }

    private void count(Useful useful, int answers) {
        metrics.counter("hub_feedback_total", "useful", useful.name()).increment(answers);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
