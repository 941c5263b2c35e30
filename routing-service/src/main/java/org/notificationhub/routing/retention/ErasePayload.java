package org.notificationhub.routing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.routing.evidence.Evidence;

/**
 * Erases what a sender said, and what LfPSE sent back of it, and keeps everything that proves what was done: decisions,
 * deliveries, receipts and the chain. Intake's own copy is not touched.
 */
@ApplicationScoped
class ErasePayload {

    /** Nothing is owed any more, and nothing is on its way or could be sent again. */
    static final String SETTLED = """
            not exists (select from duty where duty.notification_id = n.id and duty.status = 'OPEN')
               and not exists (select from delivery where delivery.notification_id = n.id
                      and delivery.status in ('SCHEDULED', 'SENDING', 'UNKNOWN', 'PARKED', 'AWAITING_MANUAL'))""";

    /** Somebody who is changing it just now may be adding to it: it is left for the next time. */
    private static final String LOCK =
            "select n.id from notification n where n.id = ? and " + SETTLED + " for update of n skip locked";

    private static final String ERASE = """
            update notification_version set content = null, salt = null, withdrawal_reason = null, erased_at = ?
             where notification_id = ? and content is not null returning version""";

    private static final String ERASE_CALLBACKS = """
            update callback set body = '{}'
             where submission_id in (select id::text from delivery where notification_id = ?)""";

    private final DataSource database;
    private final Evidence evidence;
    private final Clock clock;

    ErasePayload(DataSource database, Evidence evidence, Clock clock) {
        this.database = database;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * @param because a code, such as the period after which it was to be erased
     * @return whether there was something, and it could be erased
     */
    @Transactional
    boolean of(UUID notificationId, String because) throws SQLException {
        if (!lockSettled(notificationId)) {
            return false;
        }
        var versions = erase(notificationId);
        if (versions.isEmpty()) {
            return false;
        }
        evidence.add(notificationId, new PayloadErased(versions, because));
        return true;
    }

    private boolean lockSettled(UUID notificationId) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, notificationId);
            try (var row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    private List<Integer> erase(UUID notificationId) throws SQLException {
        try (var connection = database.getConnection();
                var callbacks = connection.prepareStatement(ERASE_CALLBACKS);
                var erase = connection.prepareStatement(ERASE)) {
            callbacks.setObject(1, notificationId);
            callbacks.executeUpdate();
            erase.setTimestamp(1, Timestamp.from(clock.instant()));
            erase.setObject(2, notificationId);
            try (var row = erase.executeQuery()) {
                var versions = new ArrayList<Integer>();
                while (row.next()) {
                    versions.add(row.getInt("version"));
                }
                return versions.stream().sorted().toList();
            }
        }
    }

    private record PayloadErased(List<Integer> versions, String because) {}
}
