package org.notificationhub.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.notificationhub.bus.CloudEvents;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.WireJson;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * The rows that submissions become: a notification, its first version, its event and its first status, in one statement for
 * all of them.
 */
@ApplicationScoped
class SubmissionTable {

    private static final String INSERT = """
            with given as (
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::jsonb[],
                                     ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                    as given (id, provider_id, reference, type, received_at, actor, content,
                              content_hash, client, path, key, event_id, payload, correlationid, traceparent)),
            stored as (
                insert into notification (id, provider_id, reference, type, received_at)
                select id, provider_id, reference, type, received_at from given order by provider_id, reference
                on conflict (provider_id, reference) do nothing
                returning id),
            versions as (
                insert into notification_version (notification_id, version, received_at, actor, content, content_hash)
                select id, 1, received_at, actor, content, content_hash from given join stored using (id)),
            keys as (
                insert into idempotency_key (client, path, key, content_hash, notification_id, version)
                select client, path, key, content_hash, id, 1 from given join stored using (id) where key is not null),
            announced as (
                insert into outbox (id, aggregatetype, aggregateid, type, payload, correlationid, traceparent, occurred_at)
                select event_id, 'notification', id::text, '%s', payload, correlationid, traceparent, received_at
                  from given join stored using (id)),
            told as (
                insert into status_change_waiting (id, notification_id, version, status, because, at)
                select event_id, id, 1, 'ACCEPTED', 'RECEIVED', received_at from given join stored using (id))
            select id from stored""".formatted(EventTypes.type(NotificationReceived.class));

    private static final String EARLIER_BY_REFERENCE = """
            select given.id, earlier.id as earlier, earlier.received_at, same.version
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as given (id, provider_id, reference, content_hash)
              join notification earlier using (provider_id, reference)
              left join lateral (select version from notification_version
                                  where notification_id = earlier.id and content_hash = given.content_hash
                                  limit 1) same on true""";

    private static final String EARLIER_BY_KEY = """
            select given.id, used.notification_id as earlier, earlier.received_at,
                   case when used.content_hash = given.content_hash then used.version end as version
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as given (id, client, path, key, content_hash)
              join idempotency_key used using (client, path, key)
              join notification earlier on earlier.id = used.notification_id""";

    private final DataSource database;

    SubmissionTable(DataSource database) {
        this.database = database;
    }

    /** What became of each submission, by its id. One round trip where nothing had been sent before. */
    Map<UUID, Outcome> insert(List<Submission> submissions) throws SQLException {
        try (var connection = database.getConnection()) {
            var outcomes = earlierByKey(connection, where(submissions, submission -> submission.idempotency() != null));
            insertFresh(connection, where(submissions, submission -> !outcomes.containsKey(submission.id())), outcomes);
            outcomes.putAll(earlierByReference(
                    connection, where(submissions, submission -> !outcomes.containsKey(submission.id()))));
            return outcomes;
        }
    }

    private static List<Submission> where(List<Submission> submissions, Predicate<Submission> condition) {
        return submissions.stream().filter(condition).toList();
    }

    private static void insertFresh(Connection connection, List<Submission> fresh, Map<UUID, Outcome> outcomes)
            throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            var columns = new Columns(insert, fresh);
            columns.add("uuid", Submission::id);
            columns.add("text", submission -> submission.content().provider().code());
            columns.add("text", submission -> submission.content().reference());
            columns.add("text", submission -> submission.content().type());
            columns.add("text", submission -> WireJson.format(submission.receivedAt()));
            columns.add("text", Submission::actor);
            columns.add("text", submission -> ContentJson.write(submission.content()));
            columns.add("text", submission -> submission.hash().hex());
            columns.add("text", key(IdempotencyKey::client));
            columns.add("text", key(IdempotencyKey::path));
            columns.add("text", key(IdempotencyKey::key));
            columns.add("uuid", Submission::eventId);
            columns.add("text", SubmissionTable::event);
            columns.add("text", submission -> submission.trace().correlationId());
            columns.add("text", submission -> submission.trace().parent().toString());
            try (var stored = insert.executeQuery()) {
                var byId = new HashMap<UUID, Submission>();
                fresh.forEach(submission -> byId.put(submission.id(), submission));
                while (stored.next()) {
                    var submission = byId.get(stored.getObject(1, UUID.class));
                    outcomes.put(
                            submission.id(),
                            Outcome.of(new Stored(submission.id(), 1, submission.receivedAt(), false)));
                }
            }
        }
    }

    private static Map<UUID, Outcome> earlierByKey(Connection connection, List<Submission> keyed) throws SQLException {
        if (keyed.isEmpty()) {
            return new HashMap<>();
        }
        try (var select = connection.prepareStatement(EARLIER_BY_KEY)) {
            var columns = new Columns(select, keyed);
            columns.add("uuid", Submission::id);
            columns.add("text", key(IdempotencyKey::client));
            columns.add("text", key(IdempotencyKey::path));
            columns.add("text", key(IdempotencyKey::key));
            columns.add("text", submission -> submission.hash().hex());
            return earlier(select, earlier -> {
                var kind = ProblemKind.IDEMPOTENCY_KEY_REUSED;
                return new Refusal(kind, kind.remedy());
            });
        }
    }

    private static Map<UUID, Outcome> earlierByReference(Connection connection, List<Submission> repeated)
            throws SQLException {
        if (repeated.isEmpty()) {
            return Map.of();
        }
        try (var select = connection.prepareStatement(EARLIER_BY_REFERENCE)) {
            var columns = new Columns(select, repeated);
            columns.add("uuid", Submission::id);
            columns.add("text", submission -> submission.content().provider().code());
            columns.add("text", submission -> submission.content().reference());
            columns.add("text", submission -> submission.hash().hex());
            return earlier(
                    select,
                    earlier -> new Refusal(
                            ProblemKind.REFERENCE_REUSED,
                            "This provider used the reference before, with other content, for notification "
                                    + earlier));
        }
    }

    private static Map<UUID, Outcome> earlier(PreparedStatement select, Function<UUID, Refusal> otherContent)
            throws SQLException {
        var outcomes = new HashMap<UUID, Outcome>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                outcomes.put(rows.getObject("id", UUID.class), outcome(rows, otherContent));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(ResultSet row, Function<UUID, Refusal> otherContent) throws SQLException {
        var earlier = row.getObject("earlier", UUID.class);
        var version = row.getObject("version", Integer.class);
        return version == null
                ? new Outcome(null, otherContent.apply(earlier))
                : Outcome.of(new Stored(
                        earlier, version, row.getTimestamp("received_at").toInstant(), true));
    }

    private static Function<Submission, Object> key(Function<IdempotencyKey, String> part) {
        return submission -> submission.idempotency() == null ? null : part.apply(submission.idempotency());
    }

    private static String event(Submission submission) {
        return CloudEvents.write(
                new NotificationReceived(submission.id(), submission.receivedAt(), submission.content()));
    }

    /** Either stored, or refused because it was sent before with other content. */
    record Outcome(Stored stored, Refusal refusal) {
        static Outcome of(Stored stored) {
            return new Outcome(stored, null);
        }
    }

    /** Hands a list to a statement as one array a column. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final List<Submission> rows;
        private int position;

        Columns(PreparedStatement statement, List<Submission> rows) {
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Function<Submission, Object> value) throws SQLException {
            var values = rows.stream().map(value).toArray();
            statement.setArray(++position, statement.getConnection().createArrayOf(type, values));
        }
    }
}
