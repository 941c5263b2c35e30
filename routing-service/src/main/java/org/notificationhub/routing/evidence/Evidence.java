package org.notificationhub.routing.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.WireJson;

/**
 * Adds to the chains, in the transaction of the fact itself: what a transaction adds is written together before it commits.
 * Whoever adds holds the notification's lock, which keeps its chain in one line.
 */
@ApplicationScoped
public class Evidence {

    /** The hash as ADR 14 defines it. */
    private static final String APPEND = """
            with said as (select ?::uuid as id, ?::text as at, ?::text as step, ?::text as actor, ?::text as body),
                 before as (
                select coalesce(newest.number, 0) as number,
                       coalesce(newest.hash, decode(repeat('00', 32), 'hex')) as hash
                  from said left join lateral
                       (select number, hash from evidence where notification_id = said.id order by number desc limit 1) newest
                    on true)
            insert into evidence (notification_id, number, at, step, actor, body, previous_hash, hash)
            select id, number + 1, at::timestamptz, step, actor, body, hash,
                   sha256(convert_to(concat_ws(E'\\n', 'hub-evidence-1', id, number + 1, at, step, actor, body,
                                               encode(hash, 'hex')), 'UTF8'))
              from said, before""";

    private static final String LOCK = "select from notification where id = ? for update";

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final Actor actor;
    private final Clock clock;

    Evidence(DataSource database, TransactionSynchronizationRegistry transaction, Actor actor, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param fact a record of codes, ids, times and hashes. Its name is the step, for ever: {@code DecisionMade} is {@code DECISION_MADE} */
    public void add(UUID notificationId, Record fact) {
        add(notificationId, clock.instant(), actor.name(), fact, (ObjectNode) CanonicalJson.tree(fact));
    }

    /** @param actor somebody without a token */
    public void add(UUID notificationId, String actor, Record fact) {
        add(notificationId, clock.instant(), actor, fact, (ObjectNode) CanonicalJson.tree(fact));
    }

    /**
     * What is told to the others. Its decision has an entry of its own.
     *
     * @param duties as they stand, with more than others are told
     */
    public void add(HubEvent.FromRouting told, List<? extends Record> duties) {
        var body = (ObjectNode) CanonicalJson.tree(told);
        body.remove(List.of("notificationId", "at", "decision"));
        ((ObjectNode) body.get("progress")).remove("duties");
        body.set("duties", CanonicalJson.tree(duties));
        add(told.notificationId(), told.at(), actor.name(), told, body);
    }

    /** Somebody reads it, and so holds no lock yet. */
    public void lookedAt(UUID notificationId, Record look) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, notificationId);
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("A notification cannot be locked", e);
        }
        add(notificationId, look);
    }

    private void add(UUID notificationId, Instant at, String actor, Object fact, ObjectNode body) {
        entries()
                .add(new Unwritten(
                        notificationId, WireJson.format(at), step(fact.getClass()), actor, CanonicalJson.write(body)));
    }

    static String step(Class<?> fact) {
        return fact.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** Writes what has been added so far, for those who read the chain in the same transaction. */
    void write() {
        var entries = entries();
        if (entries.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var append = connection.prepareStatement(APPEND)) {
            for (var entry : entries) {
                append.setObject(1, entry.notificationId);
                append.setString(2, entry.at);
                append.setString(3, entry.step);
                append.setString(4, entry.actor);
                append.setString(5, entry.body);
                append.addBatch();
            }
            append.executeBatch();
            entries.clear();
        } catch (SQLException e) {
            throw new IllegalStateException("Evidence cannot be written", e);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Unwritten> entries() {
        var entries = (List<Unwritten>) transaction.getResource(Evidence.class);
        if (entries == null) {
            entries = new ArrayList<>();
            transaction.putResource(Evidence.class, entries);
            transaction.registerInterposedSynchronization(new WriteBeforeCommit());
        }
        return entries;
    }

    private record Unwritten(UUID notificationId, String at, String step, String actor, String body) {}

    private final class WriteBeforeCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
                write();
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
