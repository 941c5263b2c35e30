package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.routing.delivery.Delivery.Addressee;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** What a person can have tried again, and what not. */
class ObstacleTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");

    private final RoutedNotification notification = new RoutedNotification(UUID.randomUUID());

    static Stream<Arguments> states() {
        return Stream.of(
                state("scheduled", delivery -> {}, Obstacle.UNDER_WAY),
                state(
                        "unanswered, tried again by itself",
                        it -> it.unknownUntilTriedAgain(NOW, "?"),
                        Obstacle.UNDER_WAY),
                state("unanswered and held", it -> it.unknownUntil(NOW, "?"), null),
                state("parked", it -> it.parked("?"), null),
                state("rejected", it -> it.rejected("?"), null),
                state("cancelled", it -> it.cancelled("?"), Obstacle.CANCELLED),
                state("accepted", it -> it.accepted(new Receipt("ENQ-1", null, null, NOW), null), Obstacle.ACCEPTED));
    }

    @ParameterizedTest(name = "one that is {0}: {2}")
    @MethodSource("states")
    void onlyWhatHasStoppedIsTriedAgain(String state, Consumer<Delivery> reach, Obstacle obstacle) {
        says(1);
        var delivery = delivery(Authority.CQC, Purpose.DIRECT);

        reach.accept(delivery);

        assertThat(Obstacle.before(delivery).orElse(null)).isEqualTo(obstacle);
    }

    @Test
    void anEarlierVersionDoesNotFollowALaterOneThatHasGoneOut() {
        says(1);
        var first = delivery(Authority.CQC, Purpose.DIRECT);
        first.parked("?");
        says(2);
        var second = delivery(Authority.CQC, Purpose.DIRECT);
        assertThat(Obstacle.before(first)).isEmpty();

        second.accepted(new Receipt("ENQ-1", null, null, NOW), null);

        assertThat(Obstacle.before(first)).contains(Obstacle.OVERTAKEN);
    }

    @Test
    void aReportToLfpseIsNotTriedAgainOnceCqcHasBeenToldInstead() {
        says(1);
        var report = delivery(Authority.LFPSE, Purpose.DISCHARGES);
        var copy = delivery(Authority.LFPSE, Purpose.COPY);
        report.parked("?");
        copy.parked("?");
        assertThat(Obstacle.before(report)).isEmpty();

        notification.discharge(Authority.CQC, "CQC accepted it", NOW);

        assertThat(Obstacle.before(report)).contains(Obstacle.NOTHING_OWED);
        assertThat(Obstacle.before(copy))
                .as("a copy is owed to nobody, and still wanted")
                .isEmpty();
    }

    @Test
    void ofAWithdrawnNotificationOnlyTheWithdrawalIsTriedAgain() {
        says(1);
        var told = delivery(Authority.CQC, Purpose.DIRECT);
        told.unknownUntil(NOW, "?");

        notification.withdrawn(2, NOW, Set.of());
        var withdrawal = notification.untold().get(0);
        withdrawal.parked("?");

        assertThat(Obstacle.before(told)).contains(Obstacle.WITHDRAWN);
        assertThat(Obstacle.before(withdrawal)).isEmpty();
    }

    @Test
    void aRetryAllowsAsManyAttemptsAsAtFirstAndKeepsTheirNumbers() {
        says(1);
        var delivery = delivery(Authority.CQC, Purpose.DIRECT);
        delivery.parked("?");

        delivery.triesAnew(NOW, "A person had it tried again");

        assertThat(delivery.isUnderWay()).isTrue();
        assertThat(delivery.nextAttemptAt()).isEqualTo(NOW);
        assertThat(delivery.attemptsSpent()).isZero();
    }

    private static Arguments state(String name, Consumer<Delivery> reach, Obstacle obstacle) {
        return Arguments.of(name, reach, obstacle);
    }

    private void says(int version) {
        notification.says(Dispatches.content("SERIOUS_INJURY"), version);
        notification.owes(Map.of(Authority.CQC, Duty.open("without delay", Deadline.of(null, null))));
    }

    private Delivery delivery(Authority authority, Purpose purpose) {
        notification.deliver(new Addressee(authority, "http", purpose), NOW);
        var scheduled = notification.untold();
        return scheduled.get(scheduled.size() - 1);
    }
}
