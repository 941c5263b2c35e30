package org.notificationhub.routing.replay;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.Mandate;
import org.notificationhub.routing.delivery.StoredJson;

/**
 * Many deliveries that a person has tried again, one after the other, by whichever replica has it on lease. Its row is the
 * lock: whoever tries one of its deliveries again shares it, whoever cancels it or takes it over has it alone.
 */
@Entity
public class Replay {

    @Id
    private UUID id;

    private Instant startedAt;
    private String startedBy;
    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private String filter;

    @Enumerated(EnumType.STRING)
    private ReplayOrder.Rules rules;

    private boolean acceptTellingTwice;
    private int matched;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant endedAt;
    private String endedBy;
    private String idempotencyKey;
    private String contentHash;
    private UUID runner;
    private Instant leasedUntil;

    protected Replay() {}

    Replay(ReplayOrder order, String by, String idempotencyKey, Instant now) {
        this.id = Ids.next();
        this.startedAt = now;
        this.startedBy = by;
        this.reason = order.reason();
        this.filter = StoredJson.write(order.filter());
        this.rules = order.rules();
        this.acceptTellingTwice = order.acceptTellingTwice();
        this.state = State.RUNNING;
        this.idempotencyKey = idempotencyKey;
        this.contentHash = order.hash();
    }

    void isAbout(int deliveries) {
        matched = deliveries;
    }

    boolean wasOrderedAs(ReplayOrder order) {
        return contentHash.equals(order.hash());
    }

    void leased(UUID to, Instant until) {
        runner = to;
        leasedUntil = until;
    }

    /** Whether it is {@code runner}'s to go on with. */
    boolean isRunBy(UUID runner) {
        return state == State.RUNNING && runner.equals(this.runner);
    }

    /** Once ended, it stays so. */
    void ends(State state, String by, Instant now) {
        if (this.state == State.RUNNING) {
            this.state = state;
            this.endedBy = by;
            this.endedAt = now;
        }
    }

    Mandate mandate() {
        return new Mandate(startedBy, reason, acceptTellingTwice, id);
    }

    public Cursor place() {
        return new Cursor(startedAt, id);
    }

    public UUID id() {
        return id;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public String startedBy() {
        return startedBy;
    }

    public String reason() {
        return reason;
    }

    public DeliveryFilter filter() {
        return StoredJson.read(filter, DeliveryFilter.class);
    }

    public ReplayOrder.Rules rules() {
        return rules;
    }

    public boolean acceptTellingTwice() {
        return acceptTellingTwice;
    }

    /** How many deliveries it is about. Which ones was written down when it began. */
    public int matched() {
        return matched;
    }

    public State state() {
        return state;
    }

    /** Null while it runs. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Who cancelled it; null where nobody did. */
    public String endedBy() {
        return endedBy;
    }

    /** What became of a replay. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** Given up: one after the other could not be tried again through a fault of the hub's own. */
        FAILED
    }
}
