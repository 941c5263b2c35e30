package org.notificationhub.routing.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.Ids;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.delivery.Statements;
import org.notificationhub.routing.register.ProviderRegister;
import org.notificationhub.routing.rule.LegalDay;

/** Every callback as it came, and which notifications it is about. */
@ApplicationScoped
public class CallbackStore {

    private static final String KEEP = """
            insert into callback (webhook_id, id, received_at, type, submission_id, lfpse_id, version_id, reference_number,
                                  occurred_at, provider_id, sender_reference, independent, cqc_notify, cqc_criteria, matched,
                                  body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?::jsonb) on conflict do nothing""";

    /** Whichever of its names is known: the delivery it answers, LfPSE's id, LfPSE's reference. */
    private static final String MATCH = """
            with named as (select ?::uuid as submission, ?::text as lfpse_id, ?::text as reference),
            same as (
                select c.webhook_id from callback c, named
                 where c.lfpse_id = named.lfpse_id or c.reference_number = named.reference),
            about as (
                select d.notification_id from delivery d, named where d.id = named.submission and d.authority = 'LFPSE'
                 union select a.notification_id from lfpse_answer a, named
                        where a.lfpse_id = named.lfpse_id or a.reference_number = named.reference
                 union select n.id from notification n, named
                        where n.lfpse_reference in (named.lfpse_id, named.reference)
                 union select notification_id from callback_match join same using (webhook_id)),
            matched as (
                insert into callback_match (webhook_id, notification_id, applied)
                select webhook_id, notification_id, false from about, same
                on conflict do nothing returning webhook_id, notification_id),
            marked as (
                update callback set matched = true where webhook_id in (select webhook_id from matched) and not matched)
            select distinct notification_id from matched order by notification_id""";

    private static final String LIST = """
            select * from callback
             where (?::boolean is null or matched = ?) and (received_at, id) > (?, ?) order by received_at, id limit ?""";

    private static final String ONE = "select * from callback where id = ?";

    private static final String ABOUT = """
            select c.* from callback c join callback_match using (webhook_id) where notification_id = ?
             order by received_at, id""";

    private static final String NOTIFICATIONS = """
            select notification_id from callback_match join callback using (webhook_id) where id = ? order by 1""";

    private static final String UNAPPLIED =
            "select distinct notification_id from callback_match where not applied limit 100";

    private static final String ORPHANS = "select count(*) from callback where not matched";

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final DataSource database;
    private final Statements statements;
    private final ProviderRegister register;
    private final Clock clock;

    CallbackStore(DataSource database, Statements statements, ProviderRegister register, Clock clock) {
        this.database = database;
        this.statements = statements;
        this.register = register;
        this.clock = clock;
    }

    /** Committed when it returns. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Stored store(Callback callback) {
        var independent = isOfIndependent(callback);
        statements.lock(callback.lfpseId(), callback.referenceNumber());
        try (var connection = database.getConnection()) {
            return keep(connection, callback, independent)
                    ? new Stored(true, match(connection, callback))
                    : new Stored(false, List.of());
        } catch (SQLException e) {
            throw new IllegalStateException("A callback cannot be kept", e);
        }
    }

    /** By the register of the day; null where it does not matter. */
    private Boolean isOfIndependent(Callback callback) {
        if (!callback.isRecordedByProvider()) {
            return null;
        }
        var day = LegalDay.of(callback.occurredAt() == null ? clock.instant() : callback.occurredAt());
        return register.classify(callback.providerId(), null, day)
                .providerClass()
                .isIndependent();
    }

    private boolean keep(Connection connection, Callback callback, Boolean independent) throws SQLException {
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, callback.webhookId());
            keep.setObject(2, Ids.next());
            keep.setTimestamp(3, Timestamp.from(clock.instant()));
            keep.setString(4, callback.type());
            keep.setString(
                    5,
                    callback.submissionId() == null
                            ? null
                            : callback.submissionId().toString());
            keep.setString(6, callback.lfpseId());
            keep.setString(7, callback.versionId());
            keep.setString(8, callback.referenceNumber());
            keep.setTimestamp(9, callback.occurredAt() == null ? null : Timestamp.from(callback.occurredAt()));
            keep.setString(10, callback.providerId());
            keep.setString(11, callback.senderReference());
            keep.setObject(12, independent, Types.BOOLEAN);
            var stored = callback.stored();
            keep.setObject(13, stored == null ? null : stored.isSet(), Types.BOOLEAN);
            keep.setString(14, stored == null ? null : stored.criterion());
            keep.setString(15, callback.body());
            return keep.executeUpdate() == 1;
        }
    }

    private static List<UUID> match(Connection connection, Callback callback) throws SQLException {
        try (var match = connection.prepareStatement(MATCH)) {
            match.setObject(1, callback.submissionId(), Types.OTHER);
            match.setString(2, callback.lfpseId());
            match.setString(3, callback.referenceNumber());
            return all(match, row -> row.getObject(1, UUID.class));
        }
    }

    /**
     * In the order in which they came.
     *
     * @param matched null for any
     */
    @Transactional
    public List<KeptCallback> find(Boolean matched, Cursor cursor, int limit) {
        var from = cursor == null ? BEGINNING : cursor;
        return ask(LIST, KeptCallback::of, matched, matched, Timestamp.from(from.at()), from.id(), limit);
    }

    @Transactional
    public Optional<KeptCallback> find(UUID id) {
        return ask(ONE, KeptCallback::of, id).stream().findFirst();
    }

    @Transactional
    public List<KeptCallback> about(UUID notificationId) {
        return ask(ABOUT, KeptCallback::of, notificationId);
    }

    @Transactional
    public List<UUID> notifications(UUID id) {
        return ask(NOTIFICATIONS, row -> row.getObject(1, UUID.class), id);
    }

    /** What a callback is about, where that could not be brought up to date at once. */
    @Transactional
    List<UUID> unapplied() {
        return ask(UNAPPLIED, row -> row.getObject(1, UUID.class));
    }

    @Transactional
    double orphans() {
        return ask(ORPHANS, row -> row.getDouble(1)).get(0);
    }

    private <T> List<T> ask(String question, Row<T> each, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(question)) {
            for (var place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            return all(statement, each);
        } catch (SQLException e) {
            throw new IllegalStateException("Callbacks cannot be read", e);
        }
    }

    private static <T> List<T> all(PreparedStatement statement, Row<T> each) throws SQLException {
        try (var row = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (row.next()) {
                all.add(each.of(row));
            }
            return all;
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * What came of keeping a callback.
     *
     * @param isNew it has not been told before
     * @param about the notifications it is about; none for an orphan
     */
    record Stored(boolean isNew, List<UUID> about) {}
}
