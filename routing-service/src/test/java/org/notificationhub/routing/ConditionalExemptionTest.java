package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.routing.Authorities.Reply.ACCEPT_UNFLAGGED;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.Authorities.Reply.SILENT;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities.Call;

/** A trust's exemption lasts only as long as LfPSE's acceptance, flagged for CQC, stands. */
@QuarkusTest
class ConditionalExemptionTest extends Journey {

    @Test
    void lfpsesRejectionRevivesTheDutyToTellCqc() {
        authorities.script(LFPSE, reference, REJECT);
        receive("SERIOUS_INJURY", TRUST);

        var progress = awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls()).extracting(Call::authority).containsExactly(LFPSE, CQC);
        assertThat(outcomes()).hasAtLeastOneElementOfType(DutyRevived.class);
        assertThat(progress.deliveries())
                .extracting("authority", "status")
                .containsExactly(tuple("CQC", DeliveryStatus.ACCEPTED), tuple("LFPSE", DeliveryStatus.REJECTED));
        assertThat(outcomes())
                .extracting(outcome -> outcome.progress().revision())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, outcomes().size()).boxed().toList());
    }

    @Test
    void anAcceptanceThatIsNotFlaggedForCqcDischargesNothing() {
        authorities.script(LFPSE, reference, ACCEPT_UNFLAGGED);
        receive("SERIOUS_INJURY", TRUST);

        var progress = awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls()).extracting(Call::authority).containsExactly(LFPSE, CQC);
        assertThat(outcomes())
                .filteredOn(DutyRevived.class::isInstance)
                .extracting("because")
                .allMatch(because -> because.toString().contains("not flagged for CQC"))
                .isNotEmpty();
        assertThat(progress.deliveries()).extracting("status").containsOnly(DeliveryStatus.ACCEPTED);
    }

    @Test
    void theFallbackKeepsTheOriginalClock() {
        authorities.script(LFPSE, reference, REJECT);
        receive("SERIOUS_INJURY", TRUST);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(outcomes())
                .extracting(outcome -> outcome.progress().duties().get(0).dueBecause())
                .containsOnly("without delay (SI 2009/3112 reg 18(4))");
    }

    @Test
    void anUnansweredReportToLfpseIsNeverSentTwiceAndFallsBackToCqc() {
        authorities.script(LFPSE, reference, SILENT);
        receive("ABUSE_OR_ALLEGATION", TRUST);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls()).extracting(Call::authority).containsExactly(LFPSE, CQC);
        assertThat(outcomes())
                .filteredOn(DeliveryAttempted.class::isInstance)
                .extracting("outcome")
                .containsExactly(DeliveryStatus.UNKNOWN, DeliveryStatus.PARKED);
    }
}
