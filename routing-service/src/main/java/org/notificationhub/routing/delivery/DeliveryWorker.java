package org.notificationhub.routing.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.DeliverySchedule.Unanswered;
import org.notificationhub.routing.delivery.Outcomes.OutcomeStored;
import org.notificationhub.routing.delivery.destination.PauseDestination.DestinationResumed;
import org.notificationhub.routing.rule.Authority;

/**
 * Keeps deliveries going: a lane to each authority, so that one that is slow holds up nothing bound for the other. What
 * is due is found at once after a commit, and by a sweep for all the rest.
 */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private final List<DeliveryLane> lanes;
    private final DeliverySchedule schedule;
    private final RecordAnswer record;
    private final Duration sweep;
    private final Rounds rounds =
            new Rounds("delivery-sweep", "Unanswered deliveries cannot be looked for", this::sweep);

    DeliveryWorker(DeliverySchedule schedule, SendDelivery send, RecordAnswer record, RoutingConfig config) {
        this.schedule = schedule;
        this.record = record;
        this.sweep = config.delivery().sweep();
        this.lanes = Arrays.stream(Authority.values())
                .map(authority -> new DeliveryLane(authority, config.delivery().workers(), schedule, send))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(DeliveryLane::start);
        rounds.start(sweep, sweep);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
        lanes.forEach(DeliveryLane::close);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutcomeStored event) {
        lanes.forEach(DeliveryLane::wake);
    }

    void resumed(@Observes DestinationResumed event) {
        lanes.forEach(DeliveryLane::wake);
    }

    /** Passes over what it cannot move on. */
    private void sweep() throws SQLException {
        lanes.forEach(DeliveryLane::wake);
        var found = schedule.unanswered(Unanswered.FIRST);
        while (!found.isEmpty()) {
            found.forEach(each -> waitedTooLong(each.deliveryId()));
            found = schedule.unanswered(found.get(found.size() - 1));
        }
    }

    private void waitedTooLong(UUID unanswered) {
        MDC.put("labels.deliveryId", unanswered.toString());
        try {
            record.waitedTooLong(unanswered);
        } catch (RuntimeException e) {
            LOG.error("An unanswered delivery could not be moved on; it is tried again", new Failure(e));
        } finally {
            MDC.clear();
        }
    }
}
