package org.notificationhub.routing.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.notificationhub.http.Cursor;

/**
 * A callback as it is kept.
 *
 * @param matched whether it is about a notification we know; else it is an orphan
 * @param body as it came: it may hold free text
 */
public record KeptCallback(
        UUID id,
        String webhookId,
        Instant receivedAt,
        String type,
        String submissionId,
        String lfpseId,
        String versionId,
        String referenceNumber,
        Instant occurredAt,
        String providerId,
        boolean matched,
        String body) {

    static KeptCallback of(ResultSet row) throws SQLException {
        return new KeptCallback(
                row.getObject("id", UUID.class),
                row.getString("webhook_id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("type"),
                row.getString("submission_id"),
                row.getString("lfpse_id"),
                row.getString("version_id"),
                row.getString("reference_number"),
                instant(row.getTimestamp("occurred_at")),
                row.getString("provider_id"),
                row.getBoolean("matched"),
                row.getString("body"));
    }

    private static Instant instant(Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }

    public Cursor place() {
        return new Cursor(receivedAt, id);
    }
}
