package org.notificationhub.routing.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.http.Cursor;

/**
 * Something that somebody should look at.
 *
 * @param notificationId null where there is none yet
 * @param since when what it is about began
 * @param facts codes and ids it rests on, JSON; it opens again where they change
 * @param end null while it is open
 */
public record Finding(
        UUID id,
        FindingKind kind,
        State state,
        UUID notificationId,
        String lfpseId,
        String lfpseReference,
        String providerId,
        Instant since,
        Instant openedAt,
        String facts,
        End end) {

    /** {@code RESOLVED} by itself, because the facts changed; {@code CLOSED} by a person. */
    public enum State {
        OPEN,
        RESOLVED,
        CLOSED
    }

    /** @param by null where it resolved by itself */
    public record End(Instant at, String because, String by) {}

    static Finding of(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                FindingKind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getObject("notification_id", UUID.class),
                row.getString("lfpse_id"),
                row.getString("lfpse_reference"),
                row.getString("provider_id"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("facts"),
                end(row, row.getTimestamp("ended_at")));
    }

    private static End end(ResultSet row, Timestamp at) throws SQLException {
        return at == null ? null : new End(at.toInstant(), row.getString("ended_because"), row.getString("closed_by"));
    }

    public Cursor place() {
        return new Cursor(openedAt, id);
    }
}
