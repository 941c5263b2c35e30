package org.notificationhub.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.Ids;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.status.Interest;

/**
 * Shares the webhooks out among replicas. A turn is a lease: a replica that dies in the middle holds a webhook up until it
 * ends, and what it had sent without noting it is sent again under the same id.
 */
@ApplicationScoped
class WebhookTurns {

    /** Whoever has news and was served longest ago. Each provider's newest is one look into an index. */
    private static final String TAKE = """
            update webhook set lease = ?, leased_until = ?
             where id in (
                select id from webhook
                 where suspended_at is null
                   and coalesce(next_attempt_at, ?) <= ? and coalesce(leased_until, ?) <= ?
                   and case when provider_ids is null
                            then position < (select max(position) from status_change)
                            else exists (select from unnest(provider_ids) as mine (id)
                                          cross join lateral (select from status_change change
                                                               where change.provider_id = mine.id
                                                                 and change.position > webhook.position
                                                               order by change.position limit 1) news) end
                 order by coalesce(next_attempt_at, last_success_at, created_at)
                 limit ? for update skip locked)
            returning *""";

    private static final String TAKEN = """
            update webhook
               set position = ?, failures = 0, failing_since = null, next_attempt_at = null, last_success_at = ?,
                   last_attempt_at = ?, last_outcome = ?, last_http_status = ?, leased_until = ?
             where id = ? and lease = ?""";

    private static final String NOT_TAKEN = """
            update webhook
               set failures = failures + 1, failing_since = coalesce(failing_since, ?), next_attempt_at = ?,
                   suspended_because = ?, suspended_at = ?, last_attempt_at = ?, last_outcome = ?, last_http_status = ?,
                   lease = null, leased_until = null
             where id = ? and lease = ?""";

    private static final String END = """
            update webhook set position = greatest(position, ?), lease = null, leased_until = null
             where id = ? and lease = ?""";

    private final DataSource database;
    private final Clock clock;
    private final Duration lease;

    WebhookTurns(DataSource database, Clock clock, IntakeConfig config) {
        this.database = database;
        this.clock = clock;
        this.lease = config.webhooks().lease();
    }

    List<Turn> take(int limit) {
        return take(limit, clock.instant());
    }

    List<Turn> take(int limit, Instant at) {
        var now = Timestamp.from(at);
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setObject(1, Ids.next());
            take.setTimestamp(2, Timestamp.from(at.plus(lease)));
            for (var place = 3; place <= 6; place++) {
                take.setTimestamp(place, now);
            }
            take.setInt(7, limit);
            try (var rows = take.executeQuery()) {
                var turns = new ArrayList<Turn>();
                while (rows.next()) {
                    turns.add(turn(rows, at));
                }
                return turns;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Webhooks cannot be read", e);
        }
    }

    /** Makes the turn last longer. False where it was lost in the meantime. */
    boolean taken(Turn turn, long position, Attempt attempt) {
        var now = clock.instant();
        return update(TAKEN, turn, update -> {
            update.setLong(1, position);
            update.setTimestamp(2, Timestamp.from(now));
            attempted(update, 3, attempt, now);
            update.setTimestamp(6, Timestamp.from(now.plus(lease)));
            return 7;
        });
    }

    /** Ends the turn. False where it was lost in the meantime. */
    boolean tryAgain(Turn turn, Attempt attempt, Instant at) {
        return notTaken(turn, attempt, at, null);
    }

    /** Ends the turn, and every other until somebody resumes it. False where it was lost in the meantime. */
    boolean suspend(Turn turn, Attempt attempt, SuspensionReason reason) {
        return notTaken(turn, attempt, null, reason);
    }

    /** @param position up to which there was nothing to tell */
    void end(Turn turn, long position) {
        update(END, turn, update -> {
            update.setLong(1, position);
            return 2;
        });
    }

    double suspended() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from webhook where suspended_at is not null")) {
            return row.next() ? row.getDouble(1) : Double.NaN;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private boolean notTaken(Turn turn, Attempt attempt, Instant nextAttempt, SuspensionReason suspended) {
        var now = clock.instant();
        return update(NOT_TAKEN, turn, update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setTimestamp(2, nextAttempt == null ? null : Timestamp.from(nextAttempt));
            update.setString(3, suspended == null ? null : suspended.name());
            update.setTimestamp(4, suspended == null ? null : Timestamp.from(now));
            attempted(update, 5, attempt, now);
            return 8;
        });
    }

    private static void attempted(PreparedStatement update, int place, Attempt attempt, Instant now)
            throws SQLException {
        update.setTimestamp(place, Timestamp.from(now));
        update.setString(place + 1, attempt.outcome().name());
        update.setObject(place + 2, attempt.httpStatus(), Types.INTEGER);
    }

    private boolean update(String sql, Turn turn, Parameters parameters) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            var place = parameters.set(update);
            update.setObject(place, turn.webhook());
            update.setObject(place + 1, turn.lease());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A webhook cannot be written", e);
        }
    }

    private static Turn turn(ResultSet row, Instant now) throws SQLException {
        return new Turn(
                row.getObject("id", UUID.class),
                row.getObject("lease", UUID.class),
                URI.create(row.getString("url")),
                Interest.of(row),
                secrets(row, now),
                row.getLong("position"),
                row.getInt("failures"),
                instant(row, "failing_since"));
    }

    private static List<byte[]> secrets(ResultSet row, Instant now) throws SQLException {
        var formerUntil = instant(row, "former_secret_until");
        var current = row.getBytes("secret");
        return formerUntil != null && now.isBefore(formerUntil)
                ? List.of(current, row.getBytes("former_secret"))
                : List.of(current);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** Sets the first parameters of a statement and tells which comes next. */
    private interface Parameters {
        int set(PreparedStatement statement) throws SQLException;
    }
}
