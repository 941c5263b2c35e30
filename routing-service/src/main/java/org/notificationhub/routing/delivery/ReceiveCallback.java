package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.evidence.Sha256;

/** Keeps every callback and applies it once. One about nothing we know is kept as an orphan. */
@ApplicationScoped
public class ReceiveCallback {

    private static final String KEEP = """
            insert into callback (webhook_id, received_at, type, submission_id, lfpse_id, version_id, matched, body)
            values (?, ?, ?, ?, ?, ?, false, ?::jsonb) on conflict do nothing""";

    /** Who did it: the callback bears its signature. */
    private static final String LFPSE = "LFPSE";

    private static final String MATCHED = "update callback set matched = true where webhook_id = ?";

    private final DataSource database;
    private final RecordAnswer record;
    private final DeliveryRepository deliveries;
    private final Evidence evidence;
    private final Clock clock;

    ReceiveCallback(
            DataSource database, RecordAnswer record, DeliveryRepository deliveries, Evidence evidence, Clock clock) {
        this.database = database;
        this.record = record;
        this.deliveries = deliveries;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional
    public Result receive(Callback callback) {
        try (var connection = database.getConnection()) {
            try (var keep = connection.prepareStatement(KEEP)) {
                keep.setString(1, callback.webhookId());
                keep.setTimestamp(2, Timestamp.from(clock.instant()));
                keep.setString(3, callback.type());
                keep.setObject(
                        4,
                        callback.submissionId() == null
                                ? null
                                : callback.submissionId().toString());
                keep.setString(5, callback.lfpseId());
                keep.setString(6, callback.versionId());
                keep.setString(7, callback.body());
                if (keep.executeUpdate() == 0) {
                    return Result.SEEN_BEFORE;
                }
            }
            var answer = answer(callback);
            if (answer == null
                    || callback.submissionId() == null
                    || !record.calledBack(callback.submissionId(), answer)) {
                return Result.ORPHAN;
            }
            evidence.add(notificationId(callback), LFPSE, CallbackApplied.of(callback));
            try (var matched = connection.prepareStatement(MATCHED)) {
                matched.setString(1, callback.webhookId());
                matched.executeUpdate();
            }
            return Result.MATCHED;
        } catch (SQLException e) {
            throw new IllegalStateException("A callback cannot be kept", e);
        }
    }

    private UUID notificationId(Callback callback) {
        return deliveries.findById(callback.submissionId()).notification().id();
    }

    /** Null where the type answers no delivery. */
    private static Answer answer(Callback callback) {
        return switch (callback.type()) {
            case "accepted", "accepted-with-warnings", "amended", "withdrawn" ->
                new Answer.Accepted(
                        callback.referenceNumber() == null ? callback.lfpseId() : callback.referenceNumber(),
                        callback.lfpseId(),
                        callback.versionId(),
                        List.of(),
                        callback.stored());
            case "rejected" -> new Answer.Rejected(0, "CALLBACK_REJECTED");
            default -> null;
        };
    }

    /** @param bodySha256 of the callback as it came */
    private record CallbackApplied(
            String webhookId,
            String type,
            UUID deliveryId,
            String lfpseId,
            String versionId,
            String reference,
            String bodySha256) {
        static CallbackApplied of(Callback callback) {
            return new CallbackApplied(
                    callback.webhookId(),
                    callback.type(),
                    callback.submissionId(),
                    callback.lfpseId(),
                    callback.versionId(),
                    callback.referenceNumber(),
                    Sha256.hex(callback.body()));
        }
    }

    /** What a callback was good for. */
    public enum Result {
        MATCHED,
        ORPHAN,
        SEEN_BEFORE
    }
}
