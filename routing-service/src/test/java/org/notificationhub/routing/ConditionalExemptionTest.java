package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.notificationhub.routing.Authorities.Reply.ACCEPT_UNFLAGGED;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.Authorities.Reply.SILENT;
import static org.notificationhub.routing.delivery.Dispatches.withBlock;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationReceived;
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
    void whatLfpseWouldRefuseIsNotSentAndAnAmendmentMakesItGood() {
        publish(new NotificationReceived(id, NOW, withBlock(content("SERIOUS_INJURY", TRUST, NOW), """
                {"people": [{"PhysicalHarm": "1", "PsychologicalHarm": "1", "ClinicalOutcome": "Died, zebra"}]}""")));

        awaitStatus(NotificationStatus.DISCHARGED);
        var refused = Registers.manager()
                .get("/v1/deliveries?destination=LFPSE&notificationId=" + id)
                .jsonPath()
                .getString("items[0].id");
        Registers.manager()
                .get("/v1/deliveries/" + refused)
                .then()
                .body("status", equalTo("REJECTED"))
                .body("explanation", startsWith("LFPSE_RULES fatal-has-no-psychological-harm at "))
                .body("explanation", not(containsString("zebra")))
                .body("history[0].outcome", equalTo("REJECTED"))
                .body("history[0].taxonomy", equalTo("6"));
        assertThat(calls()).extracting(Call::authority).containsExactly(CQC);

        publish(new NotificationAmended(id, 2, NOW, withBlock(content("SERIOUS_INJURY", TRUST, NOW), """
                {"people": [{"PhysicalHarm": "1"}]}""")));

        awaitAccepted(2);
        assertThat(calls())
                .filteredOn(call -> call.authority() == LFPSE)
                .extracting(Call::method)
                .containsExactly("POST");
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
