package org.notificationhub.routing.decision;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.events.Decision;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.EventType;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.NotRequired;
import org.notificationhub.routing.rule.RoutingDecision.NotifyLfpse;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;

/**
 * What is left to do about a decision, after what the sender has done already.
 *
 * @param duty where the duty to tell CQC stands at the start
 * @param remark why it is not simply what the law says; null where it is
 * @param told when the sender itself told an authority, as far as it said
 */
record Plan(List<Route> routes, DutyStatus duty, String remark, Instant told) {

    private static final String CQC_TOLD = "The sender has already told CQC.";
    private static final String LFPSE_ACCEPTED = "LfPSE has accepted the sender's own report, flagged for CQC.";
    private static final String LFPSE_UNPROVED = "The sender's own report to LfPSE does not show that LfPSE accepted it"
            + " flagged for CQC, so CQC is told directly.";
    private static final String TEST = "It is a test, and a test is sent to no authority outside the sandbox.";

    /** @param allowed destinations that this notification may be sent to */
    static Plan of(RoutingDecision decision, NotificationContent content, List<Authority> allowed) {
        var plan = withEvidence(decision, content);
        var routes = plan.routes.stream()
                .filter(route -> allowed.contains(route.destination()))
                .toList();
        if (!content.test() || routes.equals(plan.routes)) {
            return plan;
        }
        var duty = routes.isEmpty() ? DutyStatus.NOT_REQUIRED : plan.duty;
        return new Plan(routes, duty, TEST, plan.told);
    }

    private static Plan withEvidence(RoutingDecision decision, NotificationContent content) {
        if (decision instanceof NotRequired) {
            return new Plan(withoutCopyOf(content.lfpse(), decision.routes()), DutyStatus.NOT_REQUIRED, null, null);
        }
        if (content.cqc() != null) {
            return new Plan(
                    List.of(), DutyStatus.DISCHARGED, CQC_TOLD, content.cqc().notifiedAt());
        }
        if (decision instanceof NotifyLfpse && content.lfpse() != null) {
            return proves(content.lfpse(), decision.rule().type())
                    ? new Plan(
                            List.of(),
                            DutyStatus.DISCHARGED,
                            LFPSE_ACCEPTED,
                            content.lfpse().acceptedAt())
                    : new Plan(
                            List.of(new Route(Authority.CQC, Purpose.DIRECT)), DutyStatus.OPEN, LFPSE_UNPROVED, null);
        }
        return new Plan(withoutCopyOf(content.lfpse(), decision.routes()), DutyStatus.OPEN, null, null);
    }

    /** What the sender has put into LfPSE itself is not put there again. */
    private static List<Route> withoutCopyOf(LfpseReport reported, List<Route> routes) {
        return routes.stream()
                .filter(route -> reported == null || route.purpose() != Purpose.COPY)
                .toList();
    }

    private static boolean proves(LfpseReport report, EventType type) {
        return report.acceptedAt() != null
                && Boolean.TRUE.equals(report.cqcNotify())
                && (report.cqcCriteria() == null || report.cqcCriteria().equals(type.cqcCriterion()));
    }

    boolean isDischarged() {
        return duty == DutyStatus.DISCHARGED;
    }

    /** The sender's own report to LfPSE discharges the duty, for as long as LfPSE's record of it stands. */
    boolean restsOnLfpse() {
        return LFPSE_ACCEPTED.equals(remark);
    }

    /** Nothing is owed to it, so it is told also where nothing is owed any more. */
    boolean copiesTo(Authority authority) {
        return routes.contains(new Route(authority, Purpose.COPY));
    }

    /** Those to tell now. A fallback waits until it is needed. */
    Stream<Route> first() {
        return routes.stream().filter(route -> route.purpose() != Purpose.FALLBACK);
    }

    /** The decision with these routes and the remark on its first duty. */
    Decision write(Decision lawOnly) {
        var duties = lawOnly.duties().stream()
                .map(each -> remark != null && each.authority().equals(Authority.CQC.name()) ? remarked(each) : each)
                .toList();
        return new Decision(
                lawOnly.rulesVersion(),
                lawOnly.on(),
                lawOnly.provider(),
                duties,
                routes.stream().map(DecideDuties::route).toList(),
                lawOnly.factsUsed(),
                lawOnly.factsMissing());
    }

    private Decision.Duty remarked(Decision.Duty duty) {
        return new Decision.Duty(
                duty.authority(), duty.outcome(), duty.because() + " " + remark, duty.citations(), duty.clock());
    }
}
