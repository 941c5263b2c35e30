package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities.Call;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.Attempt.Outcome;
import org.notificationhub.routing.delivery.DeliveryRepository;
import org.notificationhub.routing.delivery.RecordAnswer;
import org.notificationhub.routing.delivery.destination.PauseDestination;
import org.notificationhub.routing.rule.Authority;

/** What is left when a worker dies, and what cannot be moved on: neither is lost, and neither holds up the rest. */
@QuarkusTest
class StuckDeliveryTest extends Journey {

    /** Longest ago: the sweep comes to it first. */
    private static final String LEFT_BY_NOBODY = """
            with sent as (update delivery set status = 'SENDING', attempts = 1, next_attempt_at = null,
                                 answer_due_at = timestamptz '2001-01-01' + interval '1 day' * ?
                           where notification_id = ? returning id)
            insert into attempt (delivery_id, number, started_at) select id, 1, now() from sent""";

    private static final String SECOND_ATTEMPT_UNDER_WAY = """
            with sent as (update delivery set status = 'SENDING', attempts = 2, next_attempt_at = null,
                                 answer_due_at = now() + interval '1 hour' where notification_id = ? returning id)
            insert into attempt (delivery_id, number, started_at) select id, generate_series(1, 2), now() from sent""";

    @Inject
    DataSource database;

    @Inject
    PauseDestination pauseDestination;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    RecordAnswer record;

    private final UUID other = UUID.randomUUID();

    @AfterEach
    void resume() {
        resume(CQC);
        resume(LFPSE);
    }

    @Test
    void whatADeadWorkerWasSendingToCqcIsSentUnderTheSameId() throws SQLException {
        routedWhilePaused(CQC, INDEPENDENT);
        execute(LEFT_BY_NOBODY, 0, id);
        resume(CQC);

        awaitStatus(NotificationStatus.DISCHARGED);

        assertThat(calls())
                .extracting(call -> call.headers().get("X-Request-ID"))
                .containsExactly(delivery().id().toString());
        assertThat(outcomesOfAttempts()).containsExactly(Outcome.NO_ANSWER, Outcome.ACCEPTED);
    }

    @Test
    void whatADeadWorkerWasSendingToLfpseIsUnknownAndNeverSentAgain() throws SQLException {
        routedWhilePaused(LFPSE, TRUST);
        try (var lines = new LogLines()) {
            execute(LEFT_BY_NOBODY, 0, id);
            resume(LFPSE);

            awaitStatus(NotificationStatus.DISCHARGED);

            assertThat(lines.all()).anyMatch(line -> line.contains("ask the authority whether it has it"));
        }
        assertThat(calls()).extracting(Call::authority).containsExactly(CQC);
        assertThat(outcomes())
                .extracting(outcome -> outcome.progress().deliveries().stream()
                        .filter(delivery -> delivery.authority().equals("LFPSE"))
                        .findFirst()
                        .orElseThrow()
                        .status())
                .contains(DeliveryStatus.UNKNOWN, DeliveryStatus.PARKED);
    }

    @Test
    void contentThatCannotBeReadIsParkedAndHoldsUpNothing() throws SQLException {
        routedWhilePaused(CQC, INDEPENDENT);
        execute("update notification_version set content = '\"poison\"' where notification_id = ?", id);
        resume(CQC);

        bus.publish(
                UUID.randomUUID(), new NotificationReceived(other, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW)));
        awaitDischarged(other);
        var progress = awaitStatus(NotificationStatus.ACTION_REQUIRED);

        assertThat(progress.deliveries()).extracting("status").containsExactly(DeliveryStatus.PARKED);
        assertThat(outcomesOfAttempts()).hasSize(4).containsOnly(Outcome.TRY_LATER);
        assertThat(failuresAgainst(CQC)).isZero();
    }

    @Test
    void aNotificationThatIsLockedHoldsUpNoSweep() throws SQLException {
        routedWhilePaused(CQC, INDEPENDENT);
        bus.publish(
                UUID.randomUUID(), new NotificationReceived(other, NOW, content("SERIOUS_INJURY", INDEPENDENT, NOW)));
        await().atMost(PATIENCE).until(() -> !bus.outcomes(other).isEmpty());

        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select from notification where id = ? for update")) {
            connection.setAutoCommit(false);
            lock.setObject(1, id);
            lock.execute();
            execute(LEFT_BY_NOBODY, 0, id);
            execute(LEFT_BY_NOBODY, 1, other);
            resume(CQC);

            awaitDischarged(other);
            assertThat(calls()).hasSize(1);
            connection.rollback();
        }
        awaitStatus(NotificationStatus.DISCHARGED);
    }

    @Test
    void aLateAnswerCountsForItsOwnAttemptAndNotForTheOneUnderWay() throws SQLException {
        routedWhilePaused(CQC, INDEPENDENT);
        execute(SECOND_ATTEMPT_UNDER_WAY, id);
        var delivery = delivery().id();

        record.answered(delivery, 1, new Answer.Rejected("HTTP_422"));
        record.answered(delivery, 1, new Answer.NoAnswer("NO_ANSWER_IN_TIME"));
        assertThat(status(delivery)).isEqualTo(DeliveryStatus.SENDING);

        record.answered(delivery, 1, accepted("ENQ-FIRST"));
        assertThat(status(delivery)).isEqualTo(DeliveryStatus.ACCEPTED);

        record.answered(delivery, 2, new Answer.Rejected("HTTP_409"));
        record.answered(delivery, 2, accepted("ENQ-SECOND"));
        awaitStatus(NotificationStatus.DISCHARGED);
        assertThat(delivery().reference()).isEqualTo("ENQ-FIRST");
        assertThat(status(delivery)).isEqualTo(DeliveryStatus.ACCEPTED);
    }

    private void routedWhilePaused(Authority authority, String provider) {
        pauseDestination.pause(authority, "A test", "test");
        receive("SERIOUS_INJURY", provider);
        awaitStatus(NotificationStatus.ROUTED);
    }

    private void resume(Authority authority) {
        pauseDestination.resume(authority, "A test", "test");
    }

    private void awaitDischarged(UUID notification) {
        await().atMost(PATIENCE)
                .until(() -> bus.outcomes(notification).stream()
                        .anyMatch(outcome -> outcome.progress().status() == NotificationStatus.DISCHARGED));
    }

    private List<Outcome> outcomesOfAttempts() {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.attempts(delivery().id()).stream()
                        .map(attempt -> attempt.outcome())
                        .toList());
    }

    private DeliveryStatus status(UUID delivery) {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.findById(delivery).status());
    }

    private static Answer accepted(String reference) {
        return new Answer.Accepted(reference, null, null, List.of(), null);
    }

    private int failuresAgainst(Authority authority) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select cardinality(failed) from destination where authority = ?")) {
            statement.setString(1, authority.name());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void execute(String sql, Object... given) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var place = 0; place < given.length; place++) {
                statement.setObject(place + 1, given[place]);
            }
            statement.executeUpdate();
        }
    }
}
