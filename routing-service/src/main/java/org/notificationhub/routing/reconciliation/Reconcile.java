package org.notificationhub.routing.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.reconciliation.FindingTable.Moment;
import org.notificationhub.routing.rule.LegalDay;

/** Compares what is stored, and keeps what does not agree until it does, or somebody says that it may stay so. */
@ApplicationScoped
public class Reconcile {

    private static final int AT_ONCE = 1000;

    private final FindingTable findings;
    private final RoutingConfig config;
    private final Clock clock;

    Reconcile(FindingTable findings, RoutingConfig config, Clock clock) {
        this.findings = findings;
        this.config = config;
        this.clock = clock;
    }

    /** A look again, or by another replica, changes nothing more. Each batch is a transaction of its own. */
    void look(FindingKind kind) {
        var now = clock.instant();
        var moment = new Moment(now, now.minus(config.reconciliation().receiptWithin()));
        var opened = AT_ONCE;
        while (opened == AT_ONCE) {
            opened = findings.open(kind, moment, AT_ONCE);
        }
        findings.resolve(kind, moment);
    }

    List<FindingDay> count() {
        var day = LegalDay.of(clock.instant());
        return findings.count(day, day.atStartOfDay(LegalDay.LONDON).toInstant());
    }

    /** The same reason again changes nothing. Empty where there is no such finding. */
    @Transactional
    public Optional<Finding> close(UUID id, String reason, String by) {
        var closed = findings.close(id, new Finding.End(clock.instant(), reason, by));
        var finding = findings.find(id);
        if (!closed) {
            finding.filter(each -> !isClosedFor(each, reason)).ifPresent(each -> {
                throw new Refusal(ProblemKind.FINDING_NOT_OPEN, ProblemKind.FINDING_NOT_OPEN.remedy());
            });
        }
        return finding;
    }

    private static boolean isClosedFor(Finding finding, String reason) {
        return finding.state() == Finding.State.CLOSED
                && finding.end().because().equals(reason);
    }
}
