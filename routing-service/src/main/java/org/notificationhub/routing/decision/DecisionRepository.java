package org.notificationhub.routing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.evidence.Evidence;

@ApplicationScoped
public class DecisionRepository implements PanacheRepositoryBase<DecisionRecord, UUID> {

    private final Evidence evidence;

    DecisionRepository(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The caller holds the notification's lock. */
    void keep(DecisionRecord record) {
        persist(record);
        evidence.add(record.notificationId(), DecisionMade.of(record));
    }

    /** In the order they were made. */
    public List<DecisionRecord> of(UUID notificationId) {
        return list("notificationId = ?1 order by decidedAt, id", notificationId);
    }

    /** Those that came out otherwise by the rules of {@code edition}, after {@code cursor}. */
    List<DecisionRecord> changedBy(String edition, Cursor cursor, int limit) {
        var from = cursor == null ? DecidedNotifications.BEGINNING : cursor;
        return find(
                        "rulesVersion = ?1 and changes is not null"
                                + " and (decidedAt > ?2 or decidedAt = ?2 and id > ?3) order by decidedAt, id",
                        edition,
                        from.at(),
                        from.id())
                .page(0, limit)
                .list();
    }

    public Optional<DecisionRecord> last(UUID notificationId) {
        return find("notificationId = ?1 order by decidedAt desc, id desc", notificationId)
                .firstResultOptional();
    }
}
