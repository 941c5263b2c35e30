package org.notificationhub.routing.delivery;

import java.time.Duration;
import java.util.List;
import org.notificationhub.routing.delivery.destination.Sign;

/** What came of sending something to an authority. {@code because} is a status and stable codes, never content. */
public sealed interface Answer {

    /** Null where it was simply accepted. */
    String because();

    /** What it says about the destination. */
    default Sign sign() {
        return Sign.WELL;
    }

    /**
     * @param authorityId the authority's own id of what it stored, or null where it has none but the reference
     * @param stored whether, and how, what it says it stored is flagged for CQC; null where it does not say what it stored
     */
    record Accepted(String reference, String authorityId, String versionId, List<String> warnings, CqcFlag stored)
            implements Answer {
        @Override
        public String because() {
            return warnings.isEmpty() ? null : "accepted with warnings: " + warnings.size();
        }
    }

    /** @param criterion by LfPSE's code list; null where it gives none */
    record CqcFlag(boolean isSet, String criterion) {
        boolean isFor(String wanted) {
            return isSet && wanted.equals(criterion);
        }
    }

    /** It has left, by a way that brings no answer of its own: a person brings the authority's reference. */
    record AwaitsPerson(String because) implements Answer {}

    /** The content is not one the authority takes, by its own word or by its rules: sending it again would change nothing. */
    record Rejected(String because, Sign sign) implements Answer {
        public Rejected(String because) {
            this(because, Sign.WELL);
        }

        /** Found by the authority's rules before anything was sent, which says nothing of the authority. */
        public static Rejected unsent(String because) {
            return new Rejected(because, Sign.NONE);
        }
    }

    /**
     * Refused for now, or not reached: 408, 425, 429, 5xx, connection refused.
     *
     * @param retryAfter null where the authority did not say
     */
    record TryLater(String because, Duration retryAfter, Sign sign) implements Answer {
        public TryLater(String because, Duration retryAfter) {
            this(because, retryAfter, Sign.TROUBLED);
        }
    }

    /** It was sent, and nothing came back that says whether it was stored. */
    record NoAnswer(String because, Sign sign) implements Answer {
        public NoAnswer(String because) {
            this(because, Sign.TROUBLED);
        }
    }
}
