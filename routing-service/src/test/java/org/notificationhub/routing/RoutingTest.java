package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.notificationhub.routing.Authorities.Reply.BUSY;
import static org.notificationhub.routing.Authorities.Reply.SILENT;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryCancelled;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.routing.Authorities.Call;

/** From an event on {@code notifications.v1} to the authority, and back on {@code routing-outcomes.v1}. */
@QuarkusTest
class RoutingTest extends Journey {

    @Test
    void aTrustsInjuryGoesToLfpseAloneWhichDischargesTheDuty() {
        receive("SERIOUS_INJURY", TRUST);

        var progress = awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(progress.duties())
                .extracting(RoutingProgress.Duty::authority, RoutingProgress.Duty::status)
                .containsExactly(tuple("CQC", DutyStatus.DISCHARGED), tuple("LFPSE", DutyStatus.NOT_REQUIRED));
        assertThat(calls()).extracting(Call::authority).containsExactly(LFPSE);
        assertThat(calls().get(0).headers())
                .containsEntry("X-Request-ID", progress.deliveries().get(0).id().toString())
                .containsEntry("X-Correlation-ID", "corr-" + id)
                .hasEntrySatisfying(
                        "traceparent",
                        traceparent -> assertThat(traceparent).startsWith(Bus.TRACEPARENT.substring(0, 36)));
    }

    @Test
    void anIndependentProvidersInjuryGoesToCqcAlone() {
        receive("SERIOUS_INJURY", INDEPENDENT);

        var progress = awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls()).extracting(Call::authority).containsExactly(CQC);
        assertThat(progress.deliveries())
                .extracting(RoutingProgress.Delivery::authority, RoutingProgress.Delivery::status)
                .containsExactly(tuple("CQC", DeliveryStatus.ACCEPTED));
        assertThat(progress.deliveries().get(0).reference()).startsWith("ENQ-");
        assertThat(progress.duties().get(0).dueBecause()).startsWith("without delay (SI 2009/3112 reg 18(2)");
    }

    @Test
    void aTrustsPoliceIncidentIsToldToNobodyAndExplained() {
        receive("POLICE_INCIDENT", TRUST);

        awaitStatus(NotificationStatus.NOT_REQUIRED);

        assertThat(decision().duties().get(0).because()).contains("need not tell CQC");
        assertThat(calls()).isEmpty();
    }

    @Test
    void anIndependentProvidersInjuryInLfpsesTermsGoesToCqcAndToLfpse() {
        publish(new NotificationReceived(id, NOW, inLfpsesTerms("SERIOUS_INJURY", INDEPENDENT)));

        awaitAccepted(1);

        assertThat(calls()).extracting(Call::authority).containsExactlyInAnyOrder(CQC, LFPSE);
        assertThat(decision().duties()).extracting("outcome").containsExactly("OWED", "NOT_REQUIRED");
    }

    @Test
    void aPatientSafetyEventGoesToLfpseAloneUntilItTurnsOutToBeMore() {
        publish(new NotificationReceived(id, NOW, inLfpsesTerms("PATIENT_SAFETY_EVENT", INDEPENDENT)));
        var before = awaitAccepted(1);
        publish(new NotificationAmended(id, 2, NOW, inLfpsesTerms("SERIOUS_INJURY", INDEPENDENT)));
        var after = awaitAccepted(2);

        assertThat(before.status()).isEqualTo(NotificationStatus.NOT_REQUIRED);
        assertThat(after.status()).isEqualTo(NotificationStatus.DISCHARGED);
        assertThat(calls())
                .extracting(Call::authority, Call::method)
                .containsExactlyInAnyOrder(tuple(LFPSE, "POST"), tuple(LFPSE, "PUT"), tuple(CQC, "POST"));
    }

    @Test
    void anEventBeforeAnyRuleIsHeldForAPerson() {
        publish(new NotificationReceived(
                id, NOW, content("SERIOUS_INJURY", INDEPENDENT, Instant.parse("2009-01-01T00:00:00Z"))));

        var progress = awaitStatus(NotificationStatus.ACTION_REQUIRED);

        assertThat(decision().duties()).extracting("outcome").containsExactly("HOLD", "NOT_REQUIRED");
        assertThat(progress.deliveries()).isEmpty();
    }

    @Test
    void aTestGoesToNobodyOutsideTheSandbox() {
        var content = new NotificationContent(
                "SERIOUS_INJURY",
                reference,
                new Provider(INDEPENDENT, null, null, null),
                NOW,
                null,
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                true);
        publish(new NotificationReceived(id, NOW, content));

        awaitStatus(NotificationStatus.NOT_REQUIRED);

        assertThat(decision().routes()).isEmpty();
        assertThat(decision().duties().get(0).because()).contains("It is a test");
        assertThat(calls()).isEmpty();
    }

    @Test
    void theSameEventTwiceAndTheSameVersionAgainHaveOneEffect() {
        var event = new NotificationReceived(id, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW));
        var eventId = UUID.randomUUID();
        bus.publish(eventId, event);
        bus.publish(eventId, event);
        publish(event);
        amend(2);

        awaitAccepted(2);

        assertThat(calls())
                .extracting(call -> call.body().path("version").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void anAmendmentNeverOvertakesWhatItAmends() {
        authorities.script(CQC, reference, BUSY, BUSY);
        receive("SERIOUS_INJURY", INDEPENDENT);
        amend(2);

        awaitAccepted(2);

        assertThat(calls())
                .extracting(
                        call -> call.body().path("version").asInt(),
                        call -> call.body().path("action").asText())
                .containsExactly(tuple(1, "SUBMIT"), tuple(1, "SUBMIT"), tuple(1, "SUBMIT"), tuple(2, "AMEND"));
        assertThat(calls().get(3).body().path("previousReference").asText()).startsWith("ENQ-");
    }

    @Test
    void anOlderVersionChangesNothing() {
        publish(new NotificationAmended(id, 2, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW)));
        awaitAccepted(2);

        receive("SERIOUS_INJURY", INDEPENDENT);
        amend(3);
        awaitAccepted(3);

        assertThat(calls())
                .extracting(call -> call.body().path("version").asInt())
                .containsExactly(2, 3);
    }

    @Test
    void aTriedDeliveryIsTriedAgainUnderTheSameId() {
        authorities.script(CQC, reference, BUSY);
        receive("SERIOUS_INJURY", INDEPENDENT);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls())
                .hasSize(2)
                .extracting(call -> call.headers().get("Idempotency-Key"))
                .containsOnly(delivery().id().toString());
        assertThat(outcomes())
                .filteredOn(DeliveryAttempted.class::isInstance)
                .extracting("outcome")
                .containsExactly(DeliveryStatus.SCHEDULED);
        assertThat(delivery().attempts()).isEqualTo(2);
    }

    @Test
    void aDeliveryWhoseAttemptsAreUsedUpIsParkedForAPerson() {
        authorities.script(CQC, reference, BUSY, BUSY, BUSY, BUSY);
        receive("SERIOUS_INJURY", INDEPENDENT);

        var progress = awaitStatus(NotificationStatus.ACTION_REQUIRED);

        assertThat(progress.deliveries()).extracting("status").containsExactly(DeliveryStatus.PARKED);
        assertThat(progress.duties().get(0).status()).isEqualTo(DutyStatus.OPEN);
        assertThat(calls()).hasSize(4);
    }

    @Test
    void aFactTheLawTurnsOnIsAskedOfAPerson() {
        receive("DEATH_OF_SERVICE_USER", TRUST);

        awaitStatus(NotificationStatus.ACTION_REQUIRED);

        assertThat(decision().factsMissing()).contains("naturalCourse");
        assertThat(decision().duties().get(0).clock().internalTarget()).isNotNull();
        assertThat(decision().duties().get(0).because()).contains("natural course");
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatAnUnresponsiveWorkerHeldIsSentByAnother() {
        authorities.script(CQC, reference, SILENT);
        receive("SERIOUS_INJURY", INDEPENDENT);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls())
                .hasSize(2)
                .extracting(call -> call.headers().get("X-Request-ID"))
                .containsOnly(delivery().id().toString());
        assertThat(outcomes())
                .filteredOn(DeliveryAttempted.class::isInstance)
                .extracting("outcome")
                .containsExactly(DeliveryStatus.UNKNOWN);
    }

    @Test
    void aWithdrawalIsToldToWhoeverAccepted() {
        receive("SERIOUS_INJURY", TRUST);
        awaitStatus(NotificationStatus.DISCHARGED);

        withdraw(2);
        await().atMost(PATIENCE).until(() -> calls().size() == 2);
        var progress = awaitAccepted(2);

        assertThat(calls()).extracting(Call::method).containsExactly("POST", "DELETE");
        assertThat(progress.status()).isEqualTo(NotificationStatus.WITHDRAWN);
        assertThat(progress.duties().get(0).status()).isEqualTo(DutyStatus.WITHDRAWN);
    }

    @Test
    void aWithdrawalCancelsWhatNobodyHasTaken() {
        authorities.script(CQC, reference, BUSY, BUSY, BUSY);
        receive("SERIOUS_INJURY", INDEPENDENT);
        await().atMost(PATIENCE).until(() -> !calls().isEmpty());

        withdraw(2);
        var progress = awaitStatus(NotificationStatus.WITHDRAWN);

        assertThat(outcomes()).hasAtLeastOneElementOfType(DeliveryCancelled.class);
        assertThat(progress.deliveries()).extracting("status").containsExactly(DeliveryStatus.CANCELLED);
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndHoldsUpNothing() {
        bus.publish(UUID.randomUUID(), id, "org.notificationhub.notification.received.v1", "not JSON".getBytes());
        receive("SERIOUS_INJURY", INDEPENDENT);

        awaitStatus(NotificationStatus.DISCHARGED);

        await().atMost(PATIENCE).until(() -> bus.deadLetterKeys().contains(id.toString()));
    }

    private NotificationContent inLfpsesTerms(String type, String provider) {
        var content = content(type, provider, NOW);
        var details = JsonNodeFactory.instance.objectNode();
        details.putObject("lfpse").put("event", "INCIDENT");
        return new NotificationContent(
                type,
                reference,
                content.provider(),
                NOW,
                NOW,
                content.summary(),
                content.people(),
                null,
                null,
                details,
                false);
    }
}
