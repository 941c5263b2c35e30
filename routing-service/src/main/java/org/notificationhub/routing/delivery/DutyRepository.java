package org.notificationhub.routing.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.http.Cursor;

@ApplicationScoped
public class DutyRepository implements PanacheRepositoryBase<ListedDuty, UUID> {

    private static final String OVERDUE =
            "d.duty.status = OPEN and d.duty.metAt is null and d.duty.deadline.dueAt < :now";
    private static final String UNEXPLAINED = "d.duty.metAt > d.duty.deadline.dueAt and d.duty.lateReason.text is null"
            + " and d.duty.status <> WITHDRAWN";

    /** In the order in which their time ends, after {@code cursor}; those without an end come last. */
    public List<ListedDuty> find(Wanted wanted, Instant now, Cursor cursor, int limit) {
        var query = new StringBuilder("from ListedDuty d join fetch d.notification where true = true");
        var given = new HashMap<String, Object>();
        if (wanted.state != null) {
            query.append(" and d.duty.status = :state");
            given.put("state", wanted.state);
        }
        if (wanted.overdue != null) {
            query.append(only(wanted.overdue, OVERDUE));
            given.put("now", now);
        }
        if (wanted.dueBefore != null) {
            query.append(" and d.endsAt < :dueBefore");
            given.put("dueBefore", wanted.dueBefore);
        }
        if (wanted.providerId != null) {
            query.append(" and d.notification.providerId = :providerId");
            given.put("providerId", wanted.providerId);
        }
        if (wanted.lateReasonOwed != null) {
            query.append(only(wanted.lateReasonOwed, UNEXPLAINED));
        }
        if (cursor != null) {
            query.append(" and (d.endsAt > :at or d.endsAt = :at and d.id > :id)");
            given.put("at", cursor.at());
            given.put("id", cursor.id());
        }
        return find(query.append(" order by d.endsAt, d.id").toString(), given)
                .page(0, limit)
                .list();
    }

    /** What is not known to hold, because a time is missing, does not. */
    private static String only(boolean so, String condition) {
        return so ? " and " + condition : " and case when " + condition + " then 1 else 0 end = 0";
    }

    /** Null for any. */
    public record Wanted(
            DutyStatus state, Boolean overdue, Instant dueBefore, String providerId, Boolean lateReasonOwed) {}
}
