package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.evidence.Evidence;

/** All that was heard of LfPSE's records, in the transaction of the caller. */
@ApplicationScoped
public class Statements {

    /**
     * Whoever brings a statement and whoever brings a name that it may be matched by wait for each other here: neither
     * could see what the other has not committed.
     */
    private static final String LOCK = """
            select pg_advisory_xact_lock(key)
              from (select distinct hashtextextended(name, 7) as key from unnest(?::text[]) name order by key) keys""";

    private static final String KEEP = """
            insert into lfpse_answer (delivery_id, attempt, notification_id, type, lfpse_id, version_id, reference_number,
                                      cqc_notify, cqc_criteria, because, heard_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String MATCH = """
            with matched as (
                insert into callback_match (webhook_id, notification_id, applied)
                select webhook_id, ?, false from callback where lfpse_id = any (?) or reference_number = any (?)
                on conflict do nothing returning webhook_id)
            update callback set matched = true where webhook_id in (select webhook_id from matched)""";

    private static final String TAKE = """
            with taken as (
                update callback_match set applied = true where notification_id = ? and not applied returning webhook_id)
            select webhook_id, type, submission_id, lfpse_id, version_id, reference_number
              from taken join callback using (webhook_id) order by received_at, webhook_id""";

    /** Who did it: the callback bears its signature. */
    private static final String LFPSE = "LFPSE";

    private static final String ABOUT = """
            select type, submission_id, lfpse_id, version_id, reference_number, cqc_notify, cqc_criteria,
                   case type when 'rejected' then 'CALLBACK_REJECTED' end as because, received_at as heard_at
              from callback_match join callback using (webhook_id) where notification_id = ?
             union all
            select type, delivery_id::text, lfpse_id, version_id, reference_number, cqc_notify, cqc_criteria, because,
                   heard_at
              from lfpse_answer where notification_id = ?""";

    private final DataSource database;
    private final Evidence evidence;
    private final Clock clock;

    Statements(DataSource database, Evidence evidence, Clock clock) {
        this.database = database;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Names of one record, of which some may be null. */
    public void lock(String... names) {
        use(connection -> {
            try (var statement = connection.prepareStatement(LOCK)) {
                statement.setArray(1, connection.createArrayOf("text", known(names)));
                statement.execute();
            }
        });
    }

    void keep(Delivery delivery, int attempt, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            var own = accepted.reference().equals(accepted.authorityId()) ? null : accepted.reference();
            keep(delivery, attempt, type(delivery), accepted.authorityId(), accepted.versionId(), own, accepted);
        } else {
            keep(delivery, attempt, "rejected", null, null, null, answer);
        }
    }

    private void keep(
            Delivery delivery,
            int attempt,
            String type,
            String lfpseId,
            String versionId,
            String reference,
            Answer answer) {
        var stored = answer instanceof Answer.Accepted accepted ? accepted.stored() : null;
        use(connection -> {
            try (var keep = connection.prepareStatement(KEEP)) {
                keep.setObject(1, delivery.id());
                keep.setInt(2, attempt);
                keep.setObject(3, delivery.notification().id());
                keep.setString(4, type);
                keep.setString(5, lfpseId);
                keep.setString(6, versionId);
                keep.setString(7, reference);
                keep.setObject(8, stored == null ? null : stored.isSet(), Types.BOOLEAN);
                keep.setString(9, stored == null ? null : stored.criterion());
                keep.setString(10, answer.because());
                keep.setTimestamp(11, Timestamp.from(clock.instant()));
                keep.executeUpdate();
            }
        });
        if (lfpseId != null) {
            match(delivery.notification().id(), lfpseId, reference);
        }
    }

    private static String type(Delivery delivery) {
        return switch (delivery.action()) {
            case SUBMIT -> "accepted";
            case AMEND -> "amended";
            case WITHDRAW -> "withdrawn";
        };
    }

    /** Callbacks of that name that came earlier are about this notification. */
    void match(UUID notificationId, String... names) {
        lock(names);
        use(connection -> {
            try (var match = connection.prepareStatement(MATCH)) {
                var known = connection.createArrayOf("text", known(names));
                match.setObject(1, notificationId);
                match.setArray(2, known);
                match.setArray(3, known);
                match.executeUpdate();
            }
        });
    }

    /** All about a notification, whose lock the caller holds. Marked before they are read, so that none is marked unread. */
    List<Statement> take(UUID notificationId) {
        use(connection -> {
            try (var take = connection.prepareStatement(TAKE)) {
                take.setObject(1, notificationId);
                try (var taken = take.executeQuery()) {
                    while (taken.next()) {
                        evidence.add(notificationId, LFPSE, CallbackApplied.of(taken));
                    }
                }
            }
        });
        return about(notificationId);
    }

    public List<Statement> about(UUID notificationId) {
        var heard = new ArrayList<Statement>();
        use(connection -> {
            try (var about = connection.prepareStatement(ABOUT)) {
                about.setObject(1, notificationId);
                about.setObject(2, notificationId);
                try (var row = about.executeQuery()) {
                    while (row.next()) {
                        heard.add(statement(row));
                    }
                }
            }
        });
        return heard;
    }

    private static Statement statement(ResultSet row) throws SQLException {
        var submission = row.getString("submission_id");
        var notify = row.getObject("cqc_notify", Boolean.class);
        return new Statement(
                Statement.Kind.of(row.getString("type")),
                submission == null ? null : UUID.fromString(submission),
                row.getString("lfpse_id"),
                row.getString("version_id"),
                row.getString("reference_number"),
                notify == null ? null : new CqcFlag(notify, row.getString("cqc_criteria")),
                row.getString("because"),
                row.getTimestamp("heard_at").toInstant());
    }

    private static Object[] known(String... names) {
        return Stream.of(names).filter(name -> name != null).toArray();
    }

    private void use(Step step) {
        try (var connection = database.getConnection()) {
            step.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("What was heard of LfPSE cannot be kept or read", e);
        }
    }

    private record CallbackApplied(
            String webhookId, String type, String deliveryId, String lfpseId, String versionId, String reference) {
        static CallbackApplied of(ResultSet taken) throws SQLException {
            return new CallbackApplied(
                    taken.getString("webhook_id"),
                    taken.getString("type"),
                    taken.getString("submission_id"),
                    taken.getString("lfpse_id"),
                    taken.getString("version_id"),
                    taken.getString("reference_number"));
        }
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }
}
