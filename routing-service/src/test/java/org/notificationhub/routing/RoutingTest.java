package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.notificationhub.routing.Authorities.Reply.BUSY;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.Authorities.Reply.SILENT;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.Decision;
import org.notificationhub.events.DeliveryAttempted;
import org.notificationhub.events.DeliveryCancelled;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.DutyRevived;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.events.RoutingProgress;
import org.notificationhub.routing.Authorities.Call;

/** From an event on {@code notifications.v1} to the authority, and back on {@code routing-outcomes.v1}. */
@QuarkusTest
class RoutingTest {

    private static final String TRUST = "RJ1";
    private static final String INDEPENDENT = "1-101614751";
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID id = UUID.randomUUID();
    private final String reference = "INC-" + id;
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(broker);
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

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

        assertThat(decision().duties().get(0).because()).contains("does not ask");
        assertThat(calls()).isEmpty();
    }

    @Test
    void anEventBeforeAnyRuleIsHeldForAPerson() {
        publish(new NotificationReceived(
                id, NOW, content("SERIOUS_INJURY", INDEPENDENT, Instant.parse("2009-01-01T00:00:00Z"))));

        var progress = awaitStatus(NotificationStatus.ACTION_REQUIRED);

        assertThat(decision().duties()).extracting("outcome").containsExactly("HOLD");
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

    private void receive(String type, String provider) {
        publish(new NotificationReceived(id, NOW, content(type, provider, NOW)));
    }

    private void amend(int version) {
        publish(new NotificationAmended(id, version, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW)));
    }

    private void withdraw(int version) {
        publish(new NotificationWithdrawn(id, version, NOW, "Sent by mistake", "SERIOUS_INJURY", INDEPENDENT));
    }

    private void publish(HubEvent event) {
        bus.publish(UUID.randomUUID(), event);
    }

    private NotificationContent content(String type, String provider, Instant occurredAt) {
        return new NotificationContent(
                type,
                reference,
                new Provider(provider, null, null, null),
                occurredAt,
                occurredAt,
                "Fall from bed.",
                List.of(),
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                false);
    }

    private RoutingProgress awaitStatus(NotificationStatus status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> outcomes().stream()
                                .map(HubEvent.FromRouting::progress)
                                .filter(progress -> progress.status() == status)
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    private RoutingProgress awaitAccepted(int version) {
        return await().atMost(PATIENCE)
                .until(
                        () -> outcomes().stream()
                                .map(HubEvent.FromRouting::progress)
                                .filter(progress -> progress.version() == version)
                                .filter(progress -> progress.deliveries().stream()
                                        .allMatch(delivery -> delivery.status() == DeliveryStatus.ACCEPTED))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Decision decision() {
        return outcomes().stream()
                .filter(NotificationRouted.class::isInstance)
                .map(NotificationRouted.class::cast)
                .findFirst()
                .orElseThrow()
                .decision();
    }

    private RoutingProgress.Delivery delivery() {
        return outcomes().get(outcomes().size() - 1).progress().deliveries().get(0);
    }

    private List<HubEvent.FromRouting> outcomes() {
        return bus.outcomes(id);
    }

    private List<Call> calls() {
        return authorities.calls(reference);
    }
}
