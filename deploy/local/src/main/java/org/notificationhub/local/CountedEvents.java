package org.notificationhub.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Puts events and their counts straight into the tables of irmer-analytics, because ten million would take hours to come in
 * by the topic. There are a thousand kinds of event, and any number of events is so many of each: tables of every size have
 * the same cells, and the counts are those that the service would have kept. Each cell also has a history, as grows when
 * events come in a few thousand at a time.
 */
final class CountedEvents {

    static final int KINDS = 1000;

    private static final int AT_ONCE = 500_000;
    private static final int MOST_BATCHES = 2_000;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Map<String, List<String>> SUB_MODALITIES = Map.of(
            "DIAGNOSTIC_IMAGING", List.of("CT", "PLAIN_FILM"),
            "RADIOTHERAPY", List.of("EXTERNAL_BEAM", "PLANNING_AND_VERIFICATION_IMAGING", "BRACHYTHERAPY"),
            "NUCLEAR_MEDICINE", List.of("PET_CT", "DIAGNOSTIC_IMAGING"));
    private static final List<List<String>> TIERS = List.of(
            List.of(),
            List.of("EQUIPMENT"),
            List.of("REFERRER", "INCORRECT_INFORMATION"),
            List.of("REFERRER", "INCORRECT_REFERRAL", "WRONG_PATIENT"),
            List.of("REFERRER", "INCORRECT_REFERRAL", "WRONG_TIMING"),
            List.of("OPERATOR", "PATIENT_CHECKS"));
    private static final List<String> CODES = List.of("1", "2.1", "2.2", "2.4", "4.1", "5", "7.1");
    private static final List<String> FACTORS =
            List.of("INTERRUPTION", "STAFFING_SHORTAGE", "COMMUNICATION", "EQUIPMENT");
    private static final int PROVIDERS = 200;

    private final String url;
    private final int events;
    private final int batches;

    /** @param events a multiple of {@link #KINDS} */
    CountedEvents(String url, int events) {
        this.url = url;
        this.events = events;
        this.batches = Math.min(MOST_BATCHES, events / KINDS);
    }

    void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "irmer_owner", "")) {
            var index = textOf(connection, "select indexdef from pg_indexes where indexname = 'counted_by_cell'");
            prepare(connection);
            addKinds(connection);
            var progress = new Progress(events);
            for (var from = 0; from < events; from += AT_ONCE) {
                var to = Math.min(events, from + AT_ONCE) - 1;
                addEvents(connection, from, to);
                progress.reached(to + 1);
            }
            progress.done();
            addHistory(connection);
            finish(connection, index);
        }
    }

    /** Nothing of this has to outlive a crash, and an index over all is made faster than row by row. */
    private static void prepare(Connection connection) throws SQLException {
        execute(
                connection,
                "set synchronous_commit = off",
                "set maintenance_work_mem = '512MB'",
                "drop index counted_by_cell",
                "alter table exposure set unlogged",
                "alter table counted set unlogged",
                "alter table classification set unlogged",
                """
                create unlogged table bench_kind (
                    kind int primary key, year int, told timestamptz, discovered timestamptz, provider text, modality text,
                    sub_modality text, code text, organisation text, tiers text[], factors text[], cells int[])""");
    }

    private void addKinds(Connection connection) throws SQLException {
        var kinds = new ArrayList<Kind>();
        var cells = new HashSet<List<String>>();
        var random = new Random(1);
        for (var number = 0; number < KINDS; number++) {
            var kind = Kind.of(number, random);
            kinds.add(kind);
            cells.addAll(kind.cells());
        }
        try (var insert = connection.prepareStatement(
                "insert into cell (year, dimension, path) values (?, ?, string_to_array(?, '>'))")) {
            for (var cell : cells) {
                insert.setInt(1, Integer.parseInt(cell.get(0)));
                insert.setString(2, cell.get(1));
                insert.setString(3, String.join(">", cell.subList(2, cell.size())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        var ids = ids(connection);
        try (var insert = connection.prepareStatement(
                "insert into bench_kind values (?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var number = 0; number < KINDS; number++) {
                kinds.get(number).put(insert, number, ids);
            }
            insert.executeBatch();
        }
    }

    private static Map<List<String>, Integer> ids(Connection connection) throws SQLException {
        var ids = new HashMap<List<String>, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, year, dimension, path from cell")) {
            while (rows.next()) {
                var cell = new ArrayList<>(List.of(rows.getString("year"), rows.getString("dimension")));
                cell.addAll(List.of((String[]) rows.getArray("path").getArray()));
                ids.put(cell, rows.getInt("id"));
            }
        }
        return ids;
    }

    private void addEvents(Connection connection, int from, int to) throws SQLException {
        var rows = "from generate_series(%d, %d) number join bench_kind on kind = number %% %d order by number"
                .formatted(from, to, KINDS);
        var id = "lpad(to_hex(number), 32, '0')::uuid";
        var at = time("number / %d".formatted(events / batches));
        execute(
                connection,
                """
                insert into exposure (notification_id, version, recorded_at, said_at, provider_id, reference, told_cqc_at,
                                      discovered_at, modality, sub_modality, code, organisation_type, factors, test, withdrawn)
                select %s, 1, %s, told, provider, 'BENCH-' || number, told, discovered, modality, sub_modality, code,
                       organisation, factors, false, false %s""".formatted(id, at, rows),
                "insert into counted (notification_id, since, year, cells) select %s, %s, year, cells %s"
                        .formatted(id, at, rows),
                """
                insert into classification (notification_id, revision, recorded_at, assigned_by, tiers)
                select %s, 1, %s, 'bench', tiers %s""".formatted(id, at, rows.replace("order", "where tiers <> '{}' order")));
    }

    /** Each batch has so many of every kind. */
    private void addHistory(Connection connection) throws SQLException {
        var ofEachKind = events / KINDS / batches;
        execute(
                connection,
                """
                insert into tally (cell, recorded_at, total)
                select cell, %s, kinds * %d * (batch + 1)
                  from (select unnest(cells) as cell, count(*) as kinds from bench_kind group by 1) of_cell,
                       generate_series(0, %d) batch""".formatted(time("batch"), ofEachKind, batches - 1),
                """
                update cell set total = kinds * %d
                  from (select unnest(cells) as cell, count(*) as kinds from bench_kind group by 1) of_cell
                 where cell = id""".formatted(events / KINDS),
                "update ledger set written_at = " + time(Integer.toString(batches)));
    }

    private static void finish(Connection connection, String index) throws SQLException {
        Terminal.say("Making the index over cells, and statistics");
        execute(connection, index, "drop table bench_kind", "vacuum analyze");
    }

    private static String textOf(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String time(String number) {
        return "timestamptz '2025-06-01T00:00:00Z' + (%s) * interval '1 minute'".formatted(number);
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** @param discovered a day in London */
    private record Kind(
            int year,
            LocalDate told,
            LocalDate discovered,
            String provider,
            String modality,
            String subModality,
            String code,
            String organisation,
            List<String> tiers,
            String factor) {

        /** @param random the same for all: the first numbers of many would be alike */
        static Kind of(int number, Random random) {
            var year = 2021 + number % 4;
            var told = LocalDate.of(year, 4, 1).plusDays(random.nextInt(360));
            var modality = any(List.of("DIAGNOSTIC_IMAGING", "RADIOTHERAPY", "NUCLEAR_MEDICINE"), random);
            return new Kind(
                    year,
                    told,
                    told.minusDays(random.nextInt(5) == 0 ? 30 : 7),
                    "B%04d".formatted(number % PROVIDERS),
                    modality,
                    any(SUB_MODALITIES.get(modality), random),
                    any(CODES, random),
                    any(List.of("NHS_ACUTE", "NHS_ACUTE", "INDEPENDENT_HOSPITAL"), random),
                    any(TIERS, random),
                    any(FACTORS, random));
        }

        /** As the service counts: year, dimension, and the path, whose first step is the modality. */
        List<List<String>> cells() {
            var path = new ArrayList<>(tiers);
            return List.of(
                    cell("COUNTED", List.of(organisation)),
                    cell("SUB_MODALITY", List.of(subModality)),
                    cell("TIER", path),
                    cell("CODE", List.of(code)),
                    cell("FACTOR", List.of(factor, "STATED")),
                    cell("NOTIFIED", List.of(discovered.plusWeeks(2).isBefore(told) ? "LATE" : "IN_TIME")),
                    cell("REPORTED", List.of("AWAITED", discovered.plusWeeks(12).toString())),
                    cell("PROVIDER", List.of(provider)));
        }

        private List<String> cell(String dimension, List<String> steps) {
            var cell = new ArrayList<>(List.of(Integer.toString(year), dimension, modality));
            cell.addAll(steps);
            return cell;
        }

        void put(PreparedStatement insert, int number, Map<List<String>, Integer> ids) throws SQLException {
            var connection = insert.getConnection();
            insert.setInt(1, number);
            insert.setInt(2, year);
            insert.setString(3, told.atTime(12, 0).atZone(LONDON).toInstant().toString());
            insert.setString(
                    4, discovered.atTime(12, 0).atZone(LONDON).toInstant().toString());
            insert.setString(5, provider);
            insert.setString(6, modality);
            insert.setString(7, subModality);
            insert.setString(8, code);
            insert.setString(9, organisation);
            insert.setArray(10, connection.createArrayOf("text", tiers.toArray()));
            insert.setArray(11, connection.createArrayOf("text", new Object[] {factor}));
            insert.setArray(
                    12,
                    connection.createArrayOf(
                            "int", cells().stream().map(ids::get).sorted().toArray()));
            insert.addBatch();
        }

        private static <T> T any(List<T> values, Random random) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
