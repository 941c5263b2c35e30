package org.notificationhub.routing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class DecisionRepository implements PanacheRepositoryBase<DecisionRecord, UUID> {

    /** In the order they were made. */
    public List<DecisionRecord> of(UUID notificationId) {
        return list("notificationId = ?1 order by decidedAt, id", notificationId);
    }

    Optional<DecisionRecord> last(UUID notificationId) {
        return find("notificationId = ?1 order by decidedAt desc, id desc", notificationId)
                .firstResultOptional();
    }
}
