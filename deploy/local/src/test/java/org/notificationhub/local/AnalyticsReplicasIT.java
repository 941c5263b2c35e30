package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.notificationhub.local.reproduce.MadeNotification;
import org.notificationhub.local.reproduce.MakeNotifications;
import org.notificationhub.local.reproduce.Margins;
import org.notificationhub.local.reproduce.Modality;
import org.notificationhub.local.reproduce.Portion;
import org.notificationhub.local.reproduce.ReportingYear;
import org.notificationhub.platform.Databases;
import org.notificationhub.platform.KeyFiles;

/** Two replicas of the analytics in one consumer group, of which one is killed and started again while events come in. */
class AnalyticsReplicasIT {

    private static final String GROUP = "irmer-analytics-2";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Map<String, String> NOTICE_SOON = Map.of("KAFKA_SESSION_TIMEOUT_MS", "6000");

    /** Written from the facts alone: the London day told, minus three months, is of the year in which the year began. */
    private static final String DIFFERENCES = """
            with fact as (
                select extract(year from told_cqc_at at time zone 'Europe/London' - interval '3 months')::int as year, *
                  from exposure
            ), naive as (
                select year, 'COUNTED', array[modality, coalesce(organisation_type, 'NOT_STATED')], count(*) from fact group by 1, 3
                union all
                select year, 'PROVIDER', array[modality, provider_id], count(*) from fact group by 1, 3
                union all
                select year, 'TIER', array[modality], count(*) from fact group by 1, 3
                union all
                select year, 'NOTIFIED', array[modality, 'IN_TIME'], count(*) from fact group by 1, 3
            ), kept as (
                select year, dimension, path, tally.total::bigint from cell
                  join lateral (select total from tally where cell = cell.id order by recorded_at desc limit 1) tally on true
                 where dimension in ('COUNTED', 'PROVIDER', 'TIER', 'NOTIFIED') and tally.total > 0
                   and cell.total = tally.total
            )
            select count(*) from ((table naive except table kept) union all (table kept except table naive)) difference""";

    private final PortPlan ports = PortPlan.free(16_000);
    private final PortPlan portsOfTheOther = PortPlan.free(ports.offset() + 100);

    @TempDir
    private Path directory;

    private HubHome home;
    private LocalHub hub;
    private HubProcess other;

    @BeforeEach
    void start() throws IOException {
        home = new HubHome(Path.of("../..").toAbsolutePath().normalize(), directory);
        hub = new LocalHub(home, ports, false, NOTICE_SOON, step -> {});
        hub.start(List.of(Part.INTAKE, Part.ANALYTICS));
        other = startOther();
        awaitMembers(2);
    }

    @AfterEach
    void stop() {
        if (other != null) {
            other.stop();
        }
        hub.close();
    }

    @Test
    void countsAreExactThroughARebalanceAndAKill() throws Exception {
        var first = notifications(2023, 2_000);
        var second = notifications(2022, 1_000);

        var sending = CompletableFuture.runAsync(() -> send(first));
        await().atMost(PATIENCE).until(() -> counted() > 200);
        other.kill();
        assertThat(sending).isNotDone();
        sending.join();
        await().atMost(PATIENCE).until(() -> counted() == first.size());

        sending = CompletableFuture.runAsync(() -> send(second));
        other = startOther();
        awaitMembers(2);
        sending.join();
        await().atMost(PATIENCE).until(() -> counted() == first.size() + second.size());

        assertThat(number("select count(*) from exposure")).isEqualTo(3_000);
        assertThat(number("select count(*) from counted where until = 'infinity'"))
                .isEqualTo(3_000);
        assertThat(number(DIFFERENCES)).isZero();
    }

    private static List<MadeNotification> notifications(int year, int count) {
        var counts = new EnumMap<Modality, Integer>(Modality.class);
        counts.put(Modality.DIAGNOSTIC_IMAGING, count / 2);
        counts.put(Modality.RADIOTHERAPY, count / 4);
        counts.put(Modality.NUCLEAR_MEDICINE, count / 4);
        var acute = new Portion(Modality.RADIOTHERAPY, List.of("NHS_ACUTE"), count / 5, count / 5, count / 5, null);
        return new MakeNotifications(new Margins(
                        new ReportingYear(year), null, counts, Map.of(), List.of(), List.of(acute), List.of()))
                .all();
    }

    private void send(List<MadeNotification> notifications) {
        var lines =
                notifications.stream().map(each -> each.content().toString()).collect(Collectors.joining("\n"));
        try {
            var summary = new BatchSender(
                            hub.url(Part.INTAKE), hub.token("notifications:write", Duration.ofHours(1), List.of("*")))
                    .send(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), result -> {});
            assertThat(summary.refused()).isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On the same broker and database, at ports of its own. */
    private HubProcess startOther() throws IOException {
        var part = Part.ANALYTICS;
        var settings = new ServiceSettings(
                        portsOfTheOther,
                        new Databases(ports.of(Part.POSTGRES)).url(""),
                        home.sandbox(),
                        KeyFiles.in(home.keys()),
                        KeyFiles.ofEvidence(home.keys()))
                .of(part);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", broker());
        settings.putAll(NOTICE_SOON);
        return HubProcess.start(
                "other",
                part.application(home.project()),
                home.logs().resolve("other.log"),
                JavaCommand.service(new ArrayList<>()),
                settings);
    }

    private void awaitMembers(int wanted) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker()))) {
            await().atMost(PATIENCE).until(() -> {
                var group = admin.describeConsumerGroups(List.of(GROUP))
                        .describedGroups()
                        .get(GROUP)
                        .get();
                return group.members().stream()
                                .filter(member ->
                                        !member.assignment().topicPartitions().isEmpty())
                                .count()
                        == wanted;
            });
        }
    }

    private long counted() throws SQLException {
        return number("select coalesce(sum(total), 0) from cell where dimension = 'COUNTED'");
    }

    private long number(String question) throws SQLException {
        try (Connection database = DriverManager.getConnection(hub.databaseUrl("irmer"), "irmer_owner", "");
                var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String broker() {
        return "localhost:" + ports.of(Part.BROKER);
    }
}
