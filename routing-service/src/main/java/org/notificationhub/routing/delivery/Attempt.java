package org.notificationhub.routing.delivery;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** One try of a delivery. Its beginning is stored by {@link DeliverySchedule} before anything is sent. */
@Entity
public class Attempt {

    @EmbeddedId
    private Key key;

    private Instant startedAt;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String explanation;
    private String taxonomy;

    protected Attempt() {}

    Attempt ended(Answer answer, Instant at) {
        outcome = Outcome.of(answer);
        explanation = answer.because();
        endedAt = at;
        return this;
    }

    public int number() {
        return key.number();
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it is under way. */
    public Instant endedAt() {
        return endedAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String explanation() {
        return explanation;
    }

    /** The version of LfPSE's taxonomy in which it was told; null for CQC, and where nothing was told but a withdrawal. */
    public String taxonomy() {
        return taxonomy;
    }

    /** What came of an attempt. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        AWAITS_PERSON,
        TRY_LATER,
        NO_ANSWER;

        static Outcome of(Answer answer) {
            if (answer instanceof Answer.Accepted) {
                return ACCEPTED;
            }
            if (answer instanceof Answer.Rejected) {
                return REJECTED;
            }
            if (answer instanceof Answer.AwaitsPerson) {
                return AWAITS_PERSON;
            }
            return answer instanceof Answer.TryLater ? TRY_LATER : NO_ANSWER;
        }
    }

    @Embeddable
    public record Key(UUID deliveryId, int number) {}
}
