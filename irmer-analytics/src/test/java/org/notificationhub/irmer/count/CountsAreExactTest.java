package org.notificationhub.irmer.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.events.HubEvent;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.platform.HubPlatform;

/**
 * Whatever is told in whichever order, and however often, the counts that are kept are those that a recount finds, and what
 * was known at a time stays what it was.
 */
@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class CountsAreExactTest {

    private static final ReportingYear FIRST = new ReportingYear(0);
    private static final ReportingYear LAST = new ReportingYear(9000);

    private final CountNotifications countNotifications;
    private final Counts counts;
    private final CountReader reader;
    private final Recount recount;
    private final DataSource database;

    CountsAreExactTest(
            CountNotifications countNotifications,
            Counts counts,
            CountReader reader,
            Recount recount,
            DataSource database) {
        this.countNotifications = countNotifications;
        this.counts = counts;
        this.reader = reader;
        this.recount = recount;
        this.database = database;
    }

    /** The same ones each time, so that a failure can be looked at, and one that nobody has seen. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 30), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "history {0}")
    @MethodSource("seeds")
    void theCountsKeptAreThoseOfANaiveRecount(long seed) throws Exception {
        var history = new RandomHistory(seed);
        var events = new ArrayDeque<>(history.events());
        Map<Instant, Map<Cell, Integer>> remembered = new HashMap<>();
        while (!events.isEmpty()) {
            tell(history, events);
            if (history.upTo(3) == 0) {
                review(history);
            }
            if (history.upTo(8) == 0) {
                var now = reader.known(null);
                remembered.put(now, kept(now));
            }
        }

        assertThat(kept(reader.known(null))).isEqualTo(naive());
        assertThat(recount.drift()).isEmpty();
        remembered.forEach((then, what) -> assertThat(kept(then)).isEqualTo(what));
    }

    @Test
    void aCountThatDriftedIsFound() throws SQLException {
        change("update cell set total = total + 1 where id = (select min(id) from cell)");
        try {
            assertThat(recount.drift()).hasSize(1);
        } finally {
            change("update cell set total = total - 1 where id = (select min(id) from cell)");
        }
    }

    private void tell(RandomHistory history, ArrayDeque<HubEvent.FromSender> events) {
        var batch = new ArrayList<HubEvent.FromSender>();
        for (var size = history.upTo(7) + 1; size > 0 && !events.isEmpty(); size--) {
            batch.add(events.poll());
        }
        QuarkusTransaction.requiringNew().run(() -> countNotifications.count(batch));
    }

    private void review(RandomHistory history) throws Exception {
        var exposure = history.anExposure();
        QuarkusTransaction.requiringNew().call(() -> {
            var at = counts.open();
            classify(history, exposure, at);
            counts.settle(List.of(exposure), at);
            return null;
        });
    }

    private void classify(RandomHistory history, UUID exposure, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into classification
                        select ?, coalesce(max(revision), 0) + 1, ?::timestamptz, 'test', ?, ?::text[], ?::text[]
                          from classification where notification_id = ?""")) {
            insert.setObject(1, exposure);
            insert.setString(2, at.toString());
            insert.setString(3, history.upTo(2) == 0 ? null : "PET_CT");
            insert.setString(4, history.oneOf(List.of("{}", "{OPERATOR}", "{REFERRER,INCORRECT_REFERRAL}")));
            insert.setString(5, history.upTo(2) == 0 ? null : history.oneOf(List.of("{}", "{EQUIPMENT,WORKLOAD}")));
            insert.setObject(6, exposure);
            insert.executeUpdate();
        }
    }

    private Map<Cell, Integer> kept(Instant asOf) {
        return reader.counts(FIRST, LAST, EnumSet.allOf(Dimension.class), asOf).stream()
                .collect(Collectors.toMap(Count::cell, Count::total));
    }

    private Map<Cell, Integer> naive() throws SQLException, IOException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql());
                var rows = select.executeQuery()) {
            var cells = new HashMap<Cell, Integer>();
            while (rows.next()) {
                cells.put(CellRepository.cell(rows), rows.getInt("total"));
            }
            return cells;
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String sql() throws IOException {
        try (var resource = CountsAreExactTest.class.getResourceAsStream("naive-recount.sql")) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }
}
