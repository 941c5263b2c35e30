package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.notificationhub.routing.Authorities.Reply.REJECT;
import static org.notificationhub.routing.delivery.DutyApi.duty;
import static org.notificationhub.routing.delivery.DutyApi.list;
import static org.notificationhub.routing.delivery.DutyApi.manager;
import static org.notificationhub.routing.rule.Authority.CQC;
import static org.notificationhub.routing.rule.Authority.LFPSE;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.events.DutyWarned;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationRouted;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.routing.Authorities;
import org.notificationhub.routing.RoutingConfig;

/** The clocks of duties as they run. */
@QuarkusTest
class DutyWatchTest {

    Authorities authorities;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DutyWatch watch;

    @Inject
    DutySchedule schedule;

    @Inject
    WarnOfDuty warnOfDuty;

    @Inject
    RoutedNotificationRepository notifications;

    @Inject
    RoutingConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    private Sender sender;

    @BeforeEach
    void connect() {
        sender = new Sender(broker, clock);
    }

    @AfterEach
    void disconnect() {
        sender.close();
    }

    @ParameterizedTest(name = "{0} days after discovery {1} % have passed")
    @CsvSource({
        "8, 50, 'Half of the time to tell CQC has passed; it is due '",
        "12, 80, 'Four fifths of the time to tell CQC has passed; it is due '",
        "15, 100, 'All of the time to tell CQC has passed; it was due '"
    })
    void twoReplicasWarnOfADutyOnce(int days, int percent, String words) {
        nobodyTakesIt();
        sender.receive(sender.exposure(sender.daysAgo(days), null));
        sender.awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var other = new DutyWatch(schedule, warnOfDuty, metrics, config);

        CompletableFuture.allOf(CompletableFuture.runAsync(watch::look), CompletableFuture.runAsync(other::look))
                .join();
        watch.look();

        var warning = sender.awaitWarnings(1).get(0);
        assertThat(warning.percent()).isEqualTo(percent);
        assertThat(warning.because()).startsWith(words);
        assertThat(warning.authority()).isEqualTo("CQC");
    }

    @Test
    void aNotificationThatSomebodyIsChangingIsLeftForTheNextLookAndHoldsUpNothing() {
        nobodyTakesIt();
        sender.receive(sender.exposure(sender.daysAgo(8), null));
        sender.awaitStatus(NotificationStatus.ACTION_REQUIRED);

        QuarkusTransaction.requiringNew().run(() -> {
            notifications.lock(sender.id).orElseThrow();
            CompletableFuture.runAsync(watch::look)
                    .orTimeout(Sender.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        });
        assertThat(sender.warnings()).isEmpty();

        watch.look();
        sender.awaitWarnings(1);
    }

    @Test
    void anAmendmentIsWarnedOfAgainOnlyWhereItMovesTheEnd() {
        var discovered = sender.daysAgo(12);
        nobodyTakesIt();
        sender.receive(sender.exposure(discovered, null));
        sender.awaitRejected(1);
        watch.look();
        sender.awaitWarnings(1);

        sender.amend(2, sender.exposure(discovered, null));
        sender.awaitRejected(2);
        watch.look();
        sender.amend(3, sender.exposure(sender.daysAgo(8), null));
        sender.awaitRejected(3);
        watch.look();

        assertThat(sender.awaitWarnings(2)).extracting(DutyWarned::percent).containsExactly(80, 50);
    }

    @Test
    void whatTheSenderToldInTimeIsNotLateAndStaysSoWhenItIsAmended() {
        authorities.script(CQC, sender.reference, REJECT);
        sender.receive(sender.exposure(sender.daysAgo(30), new CqcNotice("ENQ-1", sender.daysAgo(20))));
        sender.awaitStatus(NotificationStatus.DISCHARGED);
        duty(sender).body("late", equalTo(false));

        sender.amend(2, sender.exposure(sender.daysAgo(30), null));
        sender.awaitRejected(2);
        watch.look();

        duty(sender)
                .body("status", equalTo("OPEN"))
                .body("overdue", equalTo(false))
                .body("late", equalTo(false));
        assertThat(sender.warnings()).isEmpty();
    }

    @Test
    void aFallbackNeverMovesTheClock() {
        authorities.script(LFPSE, sender.reference, REJECT);
        authorities.script(CQC, sender.reference, REJECT);
        var at = sender.daysAgo(2);
        sender.receive(sender.content("SERIOUS_INJURY", "RJ1", at, Map.of(), null));
        sender.awaitStatus(NotificationStatus.ACTION_REQUIRED);

        var promised = routed().decision().duties().get(0).clock().internalTarget();
        manager()
                .get("/v1/duties?state=OPEN&providerId=RJ1&dueBefore=" + promised.plusMillis(1))
                .then()
                .statusCode(200)
                .body(only("internalTarget"), contains(promised.toString()))
                .body(only("startedAt"), contains(at.toString()))
                .body(only("dueAt"), contains(nullValue()))
                .body(only("targetMissed"), contains(true))
                .body(only("overdue"), contains(false));
        watch.look();
        assertThat(sender.awaitWarnings(1).get(0).because())
                .startsWith("All of the time the provider gives itself to tell CQC has passed; its own target was ");
    }

    @Test
    void anOverdueDutyIsListedAndCounted() {
        nobodyTakesIt();
        sender.receive(sender.exposure(sender.daysAgo(15), null));
        sender.awaitStatus(NotificationStatus.ACTION_REQUIRED);
        watch.look();

        list(sender, "state=OPEN&overdue=true").body("items", hasSize(1)).body("items[0].warning", nullValue());
        list(sender, "overdue=false").body("items.authority", contains("LFPSE"));
        assertThat(metrics.get("hub_duties_overdue").gauge().value()).isPositive();
        assertThat(metrics.get("hub_duties_due_soon").gauge().value()).isNotNaN();
    }

    private void nobodyTakesIt() {
        authorities.script(CQC, sender.reference, REJECT, REJECT, REJECT);
    }

    private NotificationRouted routed() {
        return sender.outcomes().stream()
                .filter(NotificationRouted.class::isInstance)
                .map(NotificationRouted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String only(String member) {
        return "items.findAll { it.notificationId == '" + sender.id + "' }." + member;
    }
}
