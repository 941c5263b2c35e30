package org.notificationhub.irmer.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads the counts that are kept. What it costs depends on the number of cells, not of notifications. */
@ApplicationScoped
public class CountReader {

    /**
     * The total of a cell at a time. Nothing is newer than the last writing, so what is known since then is the cell's own
     * total, which costs the same however long its history has grown; only for an earlier time is the history searched.
     */
    private static final String TOTAL = """
            case when (select written_at from ledger) <= ? then cell.total
                 else (select tally.total from tally where tally.cell = cell.id and recorded_at <= ?
                        order by recorded_at desc limit 1) end""";

    /** The offset keeps each total from being worked out twice. */
    private static final String COUNTS = """
            select * from (
                select year, dimension, path, %s as total from cell
                 where year between ? and ? and dimension = any(?) offset 0) known
             where total > 0
             order by year, dimension, path""".formatted(TOTAL);

    /**
     * While a writer is under way, what it will have recorded by now cannot be seen yet; then the time of the last one that
     * ended is the newest that will stay true. Otherwise no later writer can have a time before this millisecond.
     */
    private static final String KNOWN = """
            select case when pg_try_advisory_xact_lock_shared(%d)
                        then date_trunc('milliseconds', clock_timestamp()) - interval '1 millisecond'
                        else written_at end
              from ledger""".formatted(Counts.WRITERS);

    private static final String SPAN = """
            select min(year), max(year) from (
                select year, %s as total from cell where dimension in ('COUNTED', 'LEFT_OUT') offset 0) known
             where total > 0""".formatted(TOTAL);

    private final DataSource database;

    CountReader(DataSource database) {
        this.database = database;
    }

    /**
     * The newest time up to the one asked for at which what is known will not change any more.
     *
     * @param asked null for now
     */
    public Instant known(Instant asked) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KNOWN);
                var rows = statement.executeQuery()) {
            rows.next();
            var newest = rows.getObject(1, OffsetDateTime.class).toInstant();
            return asked == null || asked.isAfter(newest) ? newest : asked;
        } catch (SQLException e) {
            throw new IllegalStateException("The counts cannot be reached", e);
        }
    }

    /** The counts of the years from the first to the last, by year, dimension and path; those of zero are left out. */
    public List<Count> counts(ReportingYear first, ReportingYear last, Collection<Dimension> dimensions, Instant asOf) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNTS)) {
            setTime(statement, asOf);
            statement.setInt(3, first.startYear());
            statement.setInt(4, last.startYear());
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text", dimensions.stream().map(Dimension::name).toArray()));
            try (var rows = statement.executeQuery()) {
                var counts = new ArrayList<Count>();
                while (rows.next()) {
                    counts.add(count(rows));
                }
                return counts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The counts cannot be reached", e);
        }
    }

    public List<Count> counts(ReportingYear year, Collection<Dimension> dimensions, Instant asOf) {
        return counts(year, year, dimensions, asOf);
    }

    /** Every year from the first in which something was notified to the last, the empty ones between too. */
    public List<ReportingYear> years(Instant asOf) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SPAN)) {
            setTime(statement, asOf);
            try (var rows = statement.executeQuery()) {
                rows.next();
                var first = rows.getInt(1);
                return rows.wasNull() ? List.of() : ReportingYear.between(first, rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The counts cannot be reached", e);
        }
    }

    /** Of {@link #TOTAL}, with which both questions begin. */
    private static void setTime(PreparedStatement statement, Instant asOf) throws SQLException {
        statement.setObject(1, asOf.atOffset(ZoneOffset.UTC));
        statement.setObject(2, asOf.atOffset(ZoneOffset.UTC));
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(CellRepository.cell(row), row.getInt("total"));
    }
}
