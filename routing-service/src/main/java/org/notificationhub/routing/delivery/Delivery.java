package org.notificationhub.routing.delivery;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** One version of a notification to one authority, until there is a receipt. */
@Entity
public class Delivery {

    /** Something more will come of it by itself. A later version waits until it does not. */
    private static final Set<DeliveryStatus> LIVE =
            EnumSet.of(DeliveryStatus.SCHEDULED, DeliveryStatus.SENDING, DeliveryStatus.UNKNOWN);

    /** The channel by which a person tells the authority: nothing is sent, so no worker ever has it. */
    public static final String MANUAL = "manual";
    /** Where no clock runs: as long as the usual own target. */
    private static final Duration WITHOUT_CLOCK = Duration.ofDays(1);

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private RoutedNotification notification;

    private int version;

    @Enumerated(EnumType.STRING)
    private Authority authority;

    private String channel;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private boolean withdrawal;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;
    private int attemptsAllowedFrom;
    private Instant createdAt;
    private Instant urgentBy;
    private Instant nextAttemptAt;
    private Instant answerDueAt;
    private String explanation;

    @Embedded
    private Receipt receipt;

    @Enumerated(EnumType.STRING)
    private ReceiptState receiptState;

    private boolean flagMissing;
    private boolean doubled;

    protected Delivery() {}

    Delivery(RoutedNotification notification, UUID id, Addressee to, boolean withdrawal, Instant now) {
        this.id = id;
        this.notification = notification;
        this.version = notification.version();
        this.authority = to.authority();
        this.channel = to.channel();
        this.purpose = to.purpose();
        this.withdrawal = withdrawal;
        this.createdAt = now;
        if (to.channel().equals(MANUAL)) {
            this.status = DeliveryStatus.AWAITING_MANUAL;
        } else {
            this.status = DeliveryStatus.SCHEDULED;
            this.nextAttemptAt = now;
        }
        rank();
    }

    /**
     * Whose time ends first goes first. Never before its own beginning: whatever is made after that end ranks behind it, so
     * that nothing waits for ever while what is overdue keeps coming in.
     */
    void rank() {
        var end = purpose == Purpose.COPY || withdrawal ? null : notification.nextEnd();
        if (end == null) {
            urgentBy = createdAt.plus(WITHOUT_CLOCK);
        } else {
            urgentBy = end.isAfter(createdAt) ? end : createdAt;
        }
    }

    /** A receipt that comes late counts too; the first one stays. */
    void accepted(Receipt receipt, String remark) {
        if (this.receipt == null) {
            this.receipt = receipt;
            becomes(DeliveryStatus.ACCEPTED, remark);
        }
    }

    void rejected(String because) {
        becomes(DeliveryStatus.REJECTED, because);
        if (authority == Authority.LFPSE) {
            receiptState = ReceiptState.REJECTED;
        }
    }

    /** Stands where LfPSE's record does. A refusal counts once: after it, a person may have sent it again. */
    Change follows(LfpseReceipt record, boolean flagMissing) {
        if (record.state() == ReceiptState.SENT) {
            return Change.NONE;
        }
        var shown = shown();
        var known = List.of(shown, receiptState == record.state(), this.flagMissing);
        this.flagMissing = flagMissing;
        if (record.wasTaken()) {
            receipt = record.proof();
            if (status != DeliveryStatus.ACCEPTED) {
                becomes(DeliveryStatus.ACCEPTED, record.because());
            }
        } else if (record.state() == ReceiptState.REJECTED && receiptState != ReceiptState.REJECTED) {
            receipt = null;
            becomes(DeliveryStatus.REJECTED, record.because());
        }
        receiptState = record.state();
        if (!shown().equals(shown)) {
            return Change.TOLD;
        }
        return known.equals(List.of(shown, true, flagMissing)) ? Change.NONE : Change.KNOWN;
    }

    private String shown() {
        return status + " " + (receipt == null ? "" : receipt.reference());
    }

    /** What follows from something heard. */
    enum Change {
        NONE,
        /** Whoever looks closer sees it. */
        KNOWN,
        /** The sender is told. */
        TOLD
    }

    /** @param doubled LfPSE has more than one record of the event, of our making */
    void isDoubled(boolean doubled) {
        this.doubled = doubled;
    }

    /** It was called off for something that does not hold any more. */
    void calledFor(Instant now) {
        triesAgain(now, null);
    }

    void parked(String because) {
        becomes(DeliveryStatus.PARKED, because);
    }

    void cancelled(String because) {
        becomes(DeliveryStatus.CANCELLED, because);
    }

    /** Sent, and its proof is one that only a person can bring. */
    void awaitsPerson(String because) {
        becomes(DeliveryStatus.AWAITING_MANUAL, because);
    }

    /** A person wants it. Attempts go on being numbered, and as many as at first are allowed anew. */
    void triesAnew(Instant at, String because) {
        triesAgain(at, because);
        attemptsAllowedFrom = attempts;
    }

    void triesAgain(Instant at, String because) {
        becomes(DeliveryStatus.SCHEDULED, because);
        nextAttemptAt = at;
    }

    /** Sent without an answer; sending it again is safe, and tells. */
    void unknownUntilTriedAgain(Instant at, String because) {
        becomes(DeliveryStatus.UNKNOWN, because);
        nextAttemptAt = at;
    }

    /** Sent without an answer; sending it again could tell the authority twice. */
    void unknownUntil(Instant holdEnds, String because) {
        becomes(DeliveryStatus.UNKNOWN, because);
        answerDueAt = holdEnds;
    }

    /** A mailbox knows no repeat. */
    boolean goesByEmail() {
        return channel.equals("email");
    }

    /** LfPSE's PUT and DELETE name what they change: done again, they change nothing. */
    boolean namesWhatItChanges() {
        return authority == Authority.LFPSE && action() != Dispatch.Action.SUBMIT;
    }

    /** An authority that has taken no earlier version can only be told the whole. */
    public Dispatch.Action action() {
        if (withdrawal) {
            return Dispatch.Action.WITHDRAW;
        }
        return notification.receiptBefore(this).isPresent() ? Dispatch.Action.AMEND : Dispatch.Action.SUBMIT;
    }

    /** The authority was told, or may have been, or a person is to tell it. */
    boolean hasGoneOut() {
        return attempts > 0 || status == DeliveryStatus.ACCEPTED || status == DeliveryStatus.AWAITING_MANUAL;
    }

    /** Another attempt comes by itself. */
    boolean isUnderWay() {
        return isLive() && answerDueAt == null || status == DeliveryStatus.SENDING;
    }

    /** To whom a duty ends when this is accepted; empty for a copy. */
    Optional<Authority> serves() {
        return switch (purpose) {
            case DIRECT, FALLBACK -> Optional.of(authority);
            case DISCHARGES -> Optional.of(Authority.CQC);
            case COPY -> Optional.empty();
        };
    }

    /** By the decision that holds now. */
    public void isFor(Purpose purpose) {
        this.purpose = purpose;
    }

    boolean isLive() {
        return LIVE.contains(status);
    }

    public boolean awaitsPerson() {
        return status == DeliveryStatus.AWAITING_MANUAL;
    }

    /** Nobody has tried to tell the authority, or it said that it did not take it. */
    boolean isUntold() {
        return status == DeliveryStatus.SCHEDULED || awaitsPerson() && attempts == 0;
    }

    /** Whether an attempt was made of which it is not known that it failed. */
    boolean mayHaveLeft() {
        return switch (status) {
            case SENDING, UNKNOWN, PARKED -> true;
            case SCHEDULED, ACCEPTED, REJECTED, AWAITING_MANUAL, CANCELLED -> false;
        };
    }

    /** Whether the authority has it, as far as anybody can know. */
    boolean mayBeTaken() {
        return switch (status) {
            case ACCEPTED -> !isGone();
            case SENDING, UNKNOWN -> true;
            case AWAITING_MANUAL -> attempts > 0;
            case SCHEDULED, REJECTED, PARKED, CANCELLED -> false;
        };
    }

    /** LfPSE's record has been withdrawn: it can be neither amended nor withdrawn again. */
    boolean isGone() {
        return receiptState == ReceiptState.WITHDRAWN;
    }

    /** Whether this attempt is the one under way, not one whose time has run out. */
    boolean isSending(int attempt) {
        return status == DeliveryStatus.SENDING && attempts == attempt;
    }

    boolean isUnansweredAt(Instant now) {
        return answerDueAt != null && !answerDueAt.isAfter(now);
    }

    private void becomes(DeliveryStatus status, String explanation) {
        this.status = status;
        this.explanation = explanation;
        this.nextAttemptAt = null;
        this.answerDueAt = null;
    }

    public UUID id() {
        return id;
    }

    public RoutedNotification notification() {
        return notification;
    }

    public int version() {
        return version;
    }

    public Authority authority() {
        return authority;
    }

    public String channel() {
        return channel;
    }

    public Purpose purpose() {
        return purpose;
    }

    public DeliveryStatus status() {
        return status;
    }

    public int attempts() {
        return attempts;
    }

    /** Attempts of the present allowance: all of them, until a person has it tried again. */
    int attemptsSpent() {
        return attempts - attemptsAllowedFrom;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null where none is due. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** Why it is as it is, without content; null where there is nothing to say. */
    public String explanation() {
        return explanation;
    }

    /** Null until it is accepted. */
    public Receipt receipt() {
        return receipt;
    }

    /** How far LfPSE is with its record of this; null for CQC, and until it was sent. */
    public ReceiptState receiptState() {
        if (authority != Authority.LFPSE || receiptState == null && attempts == 0) {
            return null;
        }
        return receiptState == null ? ReceiptState.SENT : receiptState;
    }

    public boolean isWithdrawal() {
        return withdrawal;
    }

    Addressee addressee() {
        return new Addressee(authority, channel, purpose);
    }

    /** Where a delivery goes, and what it is for. */
    public record Addressee(Authority authority, String channel, Purpose purpose) {}
}
