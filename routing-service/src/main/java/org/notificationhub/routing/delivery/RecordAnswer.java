package org.notificationhub.routing.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.destination.Sign;
import org.notificationhub.routing.evidence.Evidence;
import org.notificationhub.routing.rule.Authority;

/** What follows from an authority's answer, or from its silence. */
@ApplicationScoped
public class RecordAnswer {

    private static final Logger LOG = Logger.getLogger(RecordAnswer.class);

    private final RoutedNotificationRepository notifications;
    private final DeliveryRepository deliveries;
    private final ConditionalExemption exemption;
    private final FollowLfpse followLfpse;
    private final RetrySchedule retries;
    private final Outcomes outcomes;
    private final Evidence evidence;
    private final RoutingConfig config;
    private final Clock clock;

    RecordAnswer(
            RoutedNotificationRepository notifications,
            DeliveryRepository deliveries,
            ConditionalExemption exemption,
            FollowLfpse followLfpse,
            RetrySchedule retries,
            Outcomes outcomes,
            Evidence evidence,
            RoutingConfig config,
            Clock clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.exemption = exemption;
        this.followLfpse = followLfpse;
        this.retries = retries;
        this.outcomes = outcomes;
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An answer to an attempt whose time has run out changes nothing, unless it tells that CQC has it or settles what LfPSE
     * did.
     */
    @Transactional
    public void answered(UUID deliveryId, int attempt, Answer answer) {
        var delivery = notifications.lockDelivery(deliveryId);
        var ended = deliveries.attempt(deliveryId, attempt).ended(answer, clock.instant());
        evidence.add(delivery.notification().id(), AttemptAnswered.of(delivery, ended, answer));
        followLfpse.keep(delivery, attempt, answer);
        if (answer instanceof Answer.Accepted accepted) {
            accepted(delivery, accepted);
        } else if (answer instanceof Answer.AwaitsPerson left && delivery.mayHaveLeft()) {
            delivery.awaitsPerson(left.because());
            outcomes.attempted(delivery);
        } else if (delivery.isSending(attempt)) {
            notAccepted(delivery, answer);
        } else if (delivery.authority() == Authority.LFPSE && answer instanceof Answer.Rejected) {
            followLfpse.follow(delivery.notification());
        }
    }

    /**
     * The process that was sending has died, or the time an unanswered report may be held has passed. A notification that
     * somebody is changing is left for the next sweep.
     */
    @Transactional
    public void waitedTooLong(UUID deliveryId) {
        notifications
                .lockDeliveryIfFree(deliveryId)
                .filter(delivery -> delivery.isUnansweredAt(clock.instant()))
                .ifPresent(this::waitedTooLong);
    }

    private void waitedTooLong(Delivery delivery) {
        if (delivery.status() == DeliveryStatus.SENDING) {
            answered(
                    delivery.id(),
                    delivery.attempts(),
                    new Answer.NoAnswer("Sending stopped before its answer could be recorded", Sign.NONE));
        } else {
            delivery.parked("No answer came within the time it may be held");
            refused(delivery);
            LOG.error("A delivery was never answered and is parked; ask the authority whether it has it, and only then"
                    + " retry it");
        }
    }

    /** A person has told CQC. The caller holds the notification's lock. */
    void submitted(Delivery delivery, ManualSubmission submission) {
        delivery.accepted(
                new Receipt(submission.cqcReference(), null, null, submission.submittedAt()),
                "Submitted by a person, recorded by " + submission.recordedBy());
        exemption.toldDirectly(delivery);
        outcomes.accepted(delivery);
        LOG.info("A person has told an authority");
    }

    private void notAccepted(Delivery delivery, Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            delivery.rejected(rejected.because());
            if (!refused(delivery)) {
                LOG.error(
                        "A delivery was rejected; see its attempts, and send an amendment that puts its content right");
            }
        } else if (answer instanceof Answer.TryLater later) {
            triedInVain(delivery, later);
        } else if (answer instanceof Answer.NoAnswer silence) {
            unanswered(delivery, silence.because());
        }
    }

    private void accepted(Delivery delivery, Answer.Accepted accepted) {
        if (delivery.authority() == Authority.LFPSE) {
            followLfpse.follow(delivery.notification());
        } else if (delivery.receipt() == null) {
            delivery.accepted(
                    new Receipt(accepted.reference(), accepted.authorityId(), accepted.versionId(), clock.instant()),
                    accepted.because());
            exemption.toldDirectly(delivery);
            outcomes.accepted(delivery);
            LOG.info("An authority accepted a delivery");
        }
    }

    private void triedInVain(Delivery delivery, Answer.TryLater later) {
        if (retries.isUsedUp(delivery.attemptsSpent())) {
            parked(delivery, later.because());
        } else {
            var wait = retries.after(delivery.attemptsSpent(), later.retryAfter());
            delivery.triesAgain(clock.instant().plus(wait), later.because());
            outcomes.attempted(delivery);
            LOG.warn("A delivery was not taken; it is tried again");
        }
    }

    private void unanswered(Delivery delivery, String because) {
        var now = clock.instant();
        if (!retries.canBeRepeated(delivery)) {
            delivery.unknownUntil(
                    now.plus(config.destination(delivery.authority()).hold()), because);
        } else if (retries.isUsedUp(delivery.attemptsSpent())) {
            parked(delivery, because);
            return;
        } else {
            delivery.unknownUntilTriedAgain(now.plus(retries.after(delivery.attemptsSpent(), null)), because);
        }
        outcomes.attempted(delivery);
        LOG.warn("A delivery was sent and not answered");
    }

    private void parked(Delivery delivery, String because) {
        delivery.parked(because);
        refused(delivery);
        LOG.error("A delivery is parked; see its attempts, mend the cause, and retry it");
    }

    /**
     * The way out is prepared before the refusal is told: at no time does a person seem to be needed who is not.
     *
     * @return whether somebody else is told instead
     */
    private boolean refused(Delivery delivery) {
        var fallsBack = exemption.fallBack(delivery);
        outcomes.attempted(delivery);
        outcomes.cancelNeedlessWithdrawal(delivery);
        if (fallsBack) {
            exemption.revived(delivery.notification(), "LfPSE has not accepted it, so CQC is told directly.");
        }
        return fallsBack;
    }
}
