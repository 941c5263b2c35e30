package org.notificationhub.local.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.notificationhub.local.LocalHub;
import org.notificationhub.local.chaos.HubRecord.Routed;
import org.notificationhub.local.chaos.HubRecord.Sent;
import org.notificationhub.local.chaos.HubRecord.Shown;

/** The databases of the services, read and never written. */
final class HubDatabases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalHub hub;

    HubDatabases(LocalHub hub) {
        this.hub = hub;
    }

    HubRecord read() throws SQLException {
        return new HubRecord(shown(), routed(), exposures());
    }

    /** How far the hub still is from having told everybody. */
    Backlog backlog() throws SQLException {
        try (var intake = connect("intake");
                var routing = connect("routing");
                var irmer = connect("irmer")) {
            return new Backlog(
                    number(intake, "select count(*) from outbox"),
                    number(routing, "select count(*) from outbox"),
                    number(
                            routing,
                            "select count(*) from delivery where status in ('SCHEDULED', 'SENDING', 'UNKNOWN')"),
                    number(intake, "select sum(current_version) from notification")
                            - number(routing, "select sum(version) from notification"),
                    number(routing, "select sum(revision) from notification")
                            - number(intake, "select sum(revision) from notification"),
                    number(intake, "select sum(current_version) from notification where type = 'IRMER_SAUE'")
                            - number(irmer, "select count(*) from exposure"));
        }
    }

    /**
     * @param unrouted versions that routing has not read
     * @param unshown facts of routing's that intake has not read
     * @param uncounted versions that the radiation figures have not read
     */
    record Backlog(
            long intakeOutbox, long routingOutbox, long deliveries, long unrouted, long unshown, long uncounted) {
        boolean isEmpty() {
            return equals(new Backlog(0, 0, 0, 0, 0, 0));
        }
    }

    private Map<String, Shown> shown() throws SQLException {
        try (var intake = connect("intake")) {
            var versions = numbers(intake, "select notification_id, version from notification_version");
            var unknown = new HashMap<String, Set<String>>();
            each(
                    intake,
                    "select notification_id, authority from timeline_entry where step = 'DELIVERY_UNKNOWN'",
                    row -> unknown.computeIfAbsent(row.getString("notification_id"), id -> new TreeSet<>())
                            .add(row.getString("authority")));
            var shown = new HashMap<String, Shown>();
            each(
                    intake,
                    "select id, reference, status, revision, duties, deliveries from notification",
                    row -> shown.put(
                            row.getString("id"),
                            new Shown(
                                    row.getString("reference"),
                                    row.getString("status"),
                                    row.getLong("revision"),
                                    new TreeSet<>(versions.getOrDefault(row.getString("id"), List.of())),
                                    statuses(row.getString("duties")),
                                    statuses(row.getString("deliveries")),
                                    unknown.getOrDefault(row.getString("id"), Set.of()))));
            return shown;
        }
    }

    private Map<String, Routed> routed() throws SQLException {
        try (var routing = connect("routing")) {
            var decided = numbers(routing, "select notification_id, version from decision");
            var duties = duties(routing);
            var deliveries = deliveries(routing);
            var routed = new HashMap<String, Routed>();
            each(
                    routing,
                    "select id, version, withdrawn, revision from notification",
                    row -> routed.put(
                            row.getString("id"),
                            new Routed(
                                    row.getInt("version"),
                                    row.getBoolean("withdrawn"),
                                    row.getLong("revision"),
                                    decided.getOrDefault(row.getString("id"), List.of()).stream()
                                            .sorted()
                                            .toList(),
                                    duties.getOrDefault(row.getString("id"), Map.of()),
                                    deliveries.getOrDefault(row.getString("id"), List.of()))));
            return routed;
        }
    }

    private static Map<String, Map<String, String>> duties(Connection routing) throws SQLException {
        var duties = new HashMap<String, Map<String, String>>();
        each(
                routing,
                "select notification_id, authority, status from duty",
                row -> duties.computeIfAbsent(row.getString("notification_id"), id -> new TreeMap<>())
                        .put(row.getString("authority"), row.getString("status")));
        return duties;
    }

    private static Map<String, List<Sent>> deliveries(Connection routing) throws SQLException {
        var deliveries = new HashMap<String, List<Sent>>();
        each(
                routing,
                "select d.id, notification_id, version, authority, withdrawal, status,"
                        + " coalesce(string_agg(distinct outcome, ' '), '') as outcomes"
                        + " from delivery d left join attempt a on a.delivery_id = d.id group by d.id",
                row -> deliveries
                        .computeIfAbsent(row.getString("notification_id"), id -> new ArrayList<>())
                        .add(new Sent(
                                row.getString("id"),
                                row.getInt("version"),
                                Authority.valueOf(row.getString("authority")),
                                row.getBoolean("withdrawal"),
                                row.getString("status"),
                                Set.of(row.getString("outcomes").split(" ")))));
        return deliveries;
    }

    private Map<String, Set<Integer>> exposures() throws SQLException {
        try (var irmer = connect("irmer")) {
            var exposures = new HashMap<String, Set<Integer>>();
            numbers(irmer, "select notification_id, version from exposure")
                    .forEach((id, versions) -> exposures.put(id, new TreeSet<>(versions)));
            return exposures;
        }
    }

    private static Map<String, List<Integer>> numbers(Connection database, String question) throws SQLException {
        var numbers = new HashMap<String, List<Integer>>();
        each(
                database,
                question,
                row -> numbers.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(row.getInt(2)));
        return numbers;
    }

    private static long number(Connection database, String question) throws SQLException {
        var numbers = new ArrayList<Long>();
        each(database, question, row -> numbers.add(row.getLong(1)));
        return numbers.get(0);
    }

    /** Of an array of objects with an authority and a status. */
    private static Map<String, String> statuses(String json) {
        var statuses = new TreeMap<String, String>();
        try {
            JSON.readTree(json)
                    .forEach(each -> statuses.put(
                            each.path("authority").asText(), each.path("status").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A database holds what is not JSON", e);
        }
        return statuses;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection database, String question, Row reading) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                reading.read(rows);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        var connection = DriverManager.getConnection(hub.databaseUrl(database), "postgres", "");
        connection.setReadOnly(true);
        return connection;
    }
}
