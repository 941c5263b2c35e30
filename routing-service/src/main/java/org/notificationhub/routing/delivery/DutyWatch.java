package org.notificationhub.routing.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.notificationhub.background.Rounds;
import org.notificationhub.http.Failure;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.DutySchedule.Counts;
import org.notificationhub.routing.delivery.DutySchedule.Running;
import org.notificationhub.routing.delivery.WarnOfDuty.Warned;

/** Sees to it that nobody's time runs out unnoticed. Every replica looks; each warning is given once. */
@ApplicationScoped
public class DutyWatch {

    private static final Logger LOG = Logger.getLogger(DutyWatch.class);
    private static final int AT_ONCE = 1000;

    private final DutySchedule schedule;
    private final WarnOfDuty warnOfDuty;
    private final MeterRegistry metrics;
    private final Duration interval;
    private final Rounds rounds = new Rounds("duty-watch", "The clocks of duties cannot be read", this::look);
    private volatile Counts counts = Counts.UNKNOWN;

    DutyWatch(DutySchedule schedule, WarnOfDuty warnOfDuty, MeterRegistry metrics, RoutingConfig config) {
        this.schedule = schedule;
        this.warnOfDuty = warnOfDuty;
        this.metrics = metrics;
        this.interval = config.duties().watch();
    }

    void start(@Observes StartupEvent event) {
        gauge("hub_duties_due_soon", Counts::dueSoon);
        gauge("hub_duties_overdue", Counts::overdue);
        gauge("hub_duties_late_reason_owed", Counts::lateReasonOwed);
        rounds.start(Duration.ZERO, interval);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }

    void look() {
        try {
            schedule.toWarnOf(AT_ONCE).forEach(this::warn);
            counts = schedule.count();
        } catch (SQLException | RuntimeException e) {
            counts = Counts.UNKNOWN;
            throw new IllegalStateException("The clocks of duties cannot be read", e);
        }
    }

    private void warn(Running duty) {
        MDC.put("labels.notificationId", duty.notificationId().toString());
        MDC.put("labels.authority", duty.authority().name());
        try {
            say(warnOfDuty.warn(duty.notificationId(), duty.authority()));
        } catch (RuntimeException e) {
            LOG.error("A warning about a duty could not be given; it is tried again", new Failure(e));
        } finally {
            MDC.clear();
        }
    }

    private static void say(Warned warned) {
        MDC.put("event.action", warned.warning() == Warning.PASSED ? "duty-time-passed" : "duty-warned");
        switch (warned.warning()) {
            case NONE -> {}
            case HALF -> LOG.info("Half of the time to meet a duty has passed");
            case MOST -> LOG.warn("Four fifths of the time to meet a duty has passed");
            case PASSED -> passed(warned.byLaw());
        }
    }

    private static void passed(boolean byLaw) {
        if (byLaw) {
            LOG.error("A duty is overdue; a person must act: see its deliveries, and tell the authority");
        } else {
            LOG.warn("A provider's own target has passed; see the duty's deliveries");
        }
    }

    private void gauge(String name, ToDoubleFunction<Counts> count) {
        Gauge.builder(name, () -> count.applyAsDouble(counts)).register(metrics);
    }
}
