package org.notificationhub.routing.replay;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.AvailableHints;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.delivery.DeliveryFilter;
import org.notificationhub.routing.delivery.Obstacle;

/** The replays there have been, and what each is about. */
@ApplicationScoped
public class ReplayRepository implements PanacheRepositoryBase<Replay, UUID> {

    private static final String WRITE_DOWN = """
            insert into ReplayItem (key.replayId, key.place, deliveryId, done)
            select r.id, cast(row_number() over (order by d.createdAt, d.id) as integer), d.id, false
              from Delivery d join d.notification n, Replay r
             where r.id = :replay and\s""";

    private static final String COUNT = """
            select key.replayId, obstacle, count(*) from ReplayItem
             where key.replayId in ?1 and done group by key.replayId, obstacle""";

    /** Newest first. */
    public List<Replay> find(Cursor after, int most) {
        var newest = "order by startedAt desc, id desc";
        var found = after == null
                ? find(newest)
                : find("startedAt < ?1 or startedAt = ?1 and id < ?2 " + newest, after.at(), after.id());
        return found.page(0, most).list();
    }

    Optional<Replay> ordered(String by, String idempotencyKey) {
        return find("startedBy = ?1 and idempotencyKey = ?2", by, idempotencyKey)
                .firstResultOptional();
    }

    Optional<Replay> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Until the transaction ends nobody cancels it or takes it over. */
    Optional<Replay> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** The first one that runs and that nobody has on lease any more. */
    Optional<Replay> lockAbandoned(Instant now) {
        return getEntityManager()
                .createQuery(
                        "from Replay where state = RUNNING and (leasedUntil is null or leasedUntil <= ?1)"
                                + " order by startedAt, id",
                        Replay.class)
                .setParameter(1, now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(AvailableHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst();
    }

    /**
     * What the filter finds now is what the replay is about: a delivery that stops later is not swept in, and one that
     * leaves the filter meanwhile makes it pass over no other.
     */
    int writeDown(UUID replay, DeliveryFilter filter) {
        var conditions = filter.conditions();
        var insert =
                getEntityManager().createQuery(WRITE_DOWN + conditions.text()).setParameter("replay", replay);
        conditions.given().forEach(insert::setParameter);
        return insert.executeUpdate();
    }

    List<ReplayItem> toDo(UUID replay, int most) {
        return getEntityManager()
                .createQuery(
                        "from ReplayItem where key.replayId = ?1 and not done order by key.place", ReplayItem.class)
                .setParameter(1, replay)
                .setMaxResults(most)
                .getResultList();
    }

    ReplayItem item(ReplayItem.Key key) {
        return getEntityManager().find(ReplayItem.class, key);
    }

    /** The first ones that were not tried again. */
    public List<ReplayItem> skipped(UUID replay, int most) {
        return getEntityManager()
                .createQuery(
                        "from ReplayItem where key.replayId = ?1 and obstacle is not null order by key.place",
                        ReplayItem.class)
                .setParameter(1, replay)
                .setMaxResults(most)
                .getResultList();
    }

    /** Of each; none of one where nothing has been done. */
    public Map<UUID, Progress> progress(Collection<UUID> replays) {
        return getEntityManager()
                .createQuery(COUNT, Object[].class)
                .setParameter(1, replays)
                .getResultStream()
                .collect(groupingBy(count -> (UUID) count[0], collectingAndThen(toList(), ReplayRepository::progress)));
    }

    private static Progress progress(List<Object[]> counts) {
        var rescheduled = 0;
        var skipped = new EnumMap<Obstacle, Integer>(Obstacle.class);
        for (var count : counts) {
            var number = ((Number) count[2]).intValue();
            if (count[1] == null) {
                rescheduled = number;
            } else {
                skipped.put((Obstacle) count[1], number);
            }
        }
        return new Progress(rescheduled, skipped);
    }
}
